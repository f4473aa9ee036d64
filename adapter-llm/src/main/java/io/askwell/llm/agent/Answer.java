package io.askwell.llm.agent;

import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Verdict;
import io.askwell.llm.agent.Finding.Found;
import io.askwell.llm.agent.Finding.Remark;
import java.util.Optional;

/** Says what was found, piece by piece. */
final class Answer implements Node {
    private static final String CUT = " … (The answer ends here, at its length limit.)";
    private final Optional<ModelClient> model;
    private final Prompts prompts;
    private final ModelSettings settings;

    Answer(Optional<ModelClient> model, Prompts prompts, ModelSettings settings) {
        this.model = model;
        this.prompts = prompts;
        this.settings = settings;
    }

    @Override
    public Next perform(Run run) {
        return switch (run.finding()) {
            case Remark(var verdict, var text) -> say(run, verdict, text);
            case Found(Query.ByGrammar(var drafted, var reading, var wording), var sql, var rows) ->
                say(run, new Verdict.Answered(sql, Origin.GRAMMAR, Optional.of(reading)), wording.of(rows));
            case Found found when found.query() instanceof Query.ByModel(var drafted, var thought) ->
                stream(run, found, new Verdict.Answered(found.ranSql(), Origin.MODEL,
                        Optional.of(thought).filter(text -> !text.isBlank())));
            case Found found -> throw new IllegalStateException("no wording for " + found.query());
        };
    }

    private static Next say(Run run, Verdict verdict, String text) {
        Pieces.of(text).forEach(piece -> run.emit(new AnswerChunk(piece)));
        return new Next.Complete(verdict, text);
    }

    private Next stream(Run run, Found found, Verdict verdict) {
        var answer = new StringBuilder();
        try {
            var messages = prompts.forAnswer(run.task().question(), found.ranSql(), found.rows());
            ModelReply reply = model.orElseThrow().ask(ModelRequest.of(messages, settings.maxAnswerTokens()),
                    run.task().deadline(), token -> append(run, answer, token));
            run.charge(reply.usage());
            if (answer.isEmpty()) {
                return run.standIn(ModelFault.UNUSABLE);
            }
            if (reply.isCut()) {
                append(run, answer, CUT);
            }
            return new Next.Complete(verdict, answer.toString());
        } catch (ModelUnavailable unavailable) {
            return answer.isEmpty()
                    ? run.standIn(unavailable.fault())
                    : new Next.Fail(Fault.MODEL_UNAVAILABLE, "The model's answer broke off (%s)."
                            .formatted(unavailable.fault().inWords()));
        }
    }

    /** White space before the first word is no answer yet. */
    private static void append(Run run, StringBuilder answer, String token) {
        if (answer.isEmpty() && token.isBlank()) {
            return;
        }
        answer.append(token);
        run.emit(new AnswerChunk(token));
    }
}
