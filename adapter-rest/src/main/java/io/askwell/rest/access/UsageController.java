package io.askwell.rest.access;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.port.in.ShowUsage;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /agent/usage}: what the key that asks has spent, and what is left to it. */
@RestController
class UsageController {
    private final ShowUsage usage;

    UsageController(ShowUsage usage) {
        this.usage = usage;
    }

    @GetMapping(path = "/agent/usage", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<UsageResponse> usage(Principal principal) {
        return usage.of(new Caller(principal.getName())).map(UsageResponse::of);
    }
}
