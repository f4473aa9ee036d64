package io.askwell.rest.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.port.in.TryQuestion;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /agent/dry-run}: how the grammar reads a question, with nothing run. */
@RestController
class DryRunController {
    private final TryQuestion questions;

    DryRunController(TryQuestion questions) {
        this.questions = questions;
    }

    /** Nothing in it is checked yet. */
    record DryRunRequest(@Nullable String question) {}

    @PostMapping(path = "/agent/dry-run", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<DryRunResponse> dryRun(@RequestBody DryRunRequest request, Principal principal) {
        return questions.dryRun(new Caller(principal.getName()), Question.parse(request.question()))
                .map(DryRunResponse::of);
    }
}
