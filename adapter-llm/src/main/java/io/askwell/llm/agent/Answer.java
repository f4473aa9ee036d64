package io.askwell.llm.agent;

import dev.langchain4j.data.message.ChatMessage;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Verdict;
import io.askwell.llm.agent.Finding.Found;
import io.askwell.llm.agent.Finding.Remark;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what was found, piece by piece. */
final class Answer implements Node {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);
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
            case Found(Query.ByGrammar query, var sql, var rows) ->
                say(run, new Verdict.Answered(sql, Origin.GRAMMAR, Optional.of(query.reading())),
                        query.wording().of(rows));
            case Found(Query.ByModel query, var sql, var rows) ->
                stream(run, prompts.forAnswer(run.task().question(), sql, rows),
                        new Verdict.Answered(sql, Origin.MODEL, query.reading()));
        };
    }

    private static Next say(Run run, Verdict verdict, String text) {
        Pieces.of(text).forEach(piece -> run.emit(new AnswerChunk(piece)));
        return new Next.Complete(verdict, text);
    }

    private Next stream(Run run, List<ChatMessage> messages, Verdict verdict) {
        var answer = new StringBuilder();
        try {
            ModelReply reply = model.orElseThrow().ask(ModelRequest.of(messages, settings.maxAnswerTokens()),
                    run.task().deadline(), token -> append(run, answer, token));
            run.charge(reply.usage());
            if (answer.isEmpty()) {
                throw new ModelUnavailable(ModelFault.UNUSABLE, "the answer is empty");
            }
            if (reply.isCut()) {
                append(run, answer, CUT);
            }
            return new Next.Complete(verdict, answer.toString());
        } catch (ModelUnavailable unavailable) {
            return answer.isEmpty() ? run.standIn(unavailable) : breakOff(unavailable);
        }
    }

    private static Next breakOff(ModelUnavailable unavailable) {
        LOG.warn("The model's answer broke off: {}: {}", unavailable.fault(), unavailable.getMessage());
        return new Next.Fail(Fault.MODEL_UNAVAILABLE,
                "The model's answer broke off (%s).".formatted(unavailable.fault().inWords()));
    }

    /** White space before the first word is no answer yet. */
    private static void append(Run run, StringBuilder answer, String token) {
        String text = answer.isEmpty() ? token.stripLeading() : token;
        if (!text.isEmpty()) {
            answer.append(text);
            run.emit(new AnswerChunk(text));
        }
    }
}
