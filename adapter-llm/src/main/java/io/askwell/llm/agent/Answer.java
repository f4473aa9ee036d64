package io.askwell.llm.agent;

import dev.langchain4j.data.message.ChatMessage;
import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Verdict;
import io.askwell.llm.agent.Finding.Found;
import io.askwell.llm.agent.Finding.Remark;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what was found, piece by piece. The model has no tool here: whatever the rows say, nothing more is run. */
final class Answer implements Node {
    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);
    private static final String CUT = " … (The answer ends here, at its length limit.)";
    private static final String NOTHING = "Nothing was found: no rows in the database match the question.";
    /** How one says in the languages that models are asked in most that there is nothing. */
    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "(?<![\\p{L}\\d])(?:no|not|none|nothing|nobody|never|zero|0"
                    + "|without|\\p{L}+n['’]t|kein\\p{L}*|nicht|nichts|niemand|aucune?|pas|rien|personne|ning[uú]n\\p{L}*|nada|nadie"
                    + "|não|nenhum\\p{L}*|nessun\\p{L}*|niente|non|geen|niet|niets|ingen|inga|inte|нет|не)(?![\\p{L}\\d])"
                    + "|没有|無|ありません|없",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private final Optional<MeteredModel> model;
    private final Prompts prompts;
    private final ModelSettings settings;

    Answer(Optional<MeteredModel> model, Prompts prompts, ModelSettings settings) {
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
            case Found(Query.ByModel query, var sql, var rows) -> {
                var verdict = new Verdict.Answered(sql, Origin.MODEL, query.reading());
                var facts = new Facts(run.task().question().text(), sql, rows);
                var messages = prompts.forAnswer(run.task().question(), sql, rows);
                yield rows.isEmpty()
                        ? say(run, verdict, nothing(run, messages, facts))
                        : stream(run, messages, verdict, facts);
            }
        };
    }

    private Next say(Run run, Verdict verdict, String text) {
        String shown = Outlet.of(settings.key(), text);
        Pieces.of(shown).forEach(piece -> run.emit(new AnswerChunk(piece)));
        return new Next.Complete(verdict, shown, List.of());
    }

    /** The model's words, read to their end first: if they do not say plainly that there is nothing, ours do. */
    private String nothing(Run run, List<ChatMessage> messages, Facts facts) {
        try {
            ModelReply reply = model.orElseThrow().ask(run, request(messages), token -> {});
            boolean isPlain = SAYS_NOTHING.matcher(reply.text()).find()
                    && UnsupportedNumbers.in(reply.text(), facts).isEmpty();
            return isPlain && !reply.isCut() ? reply.text().strip() : NOTHING;
        } catch (ModelUnavailable unavailable) {
            LOG.warn("The model has no words for an empty result: {}: {}", unavailable.fault(),
                    unavailable.getMessage());
            return NOTHING;
        } catch (BudgetExceeded exceeded) {
            LOG.info("The budget leaves no words of the model for an empty result: {}", exceeded.reason());
            return NOTHING;
        }
    }

    private Next stream(Run run, List<ChatMessage> messages, Verdict verdict, Facts facts) {
        var answer = new StringBuilder();
        try {
            var outlet = new Outlet(settings.key(), text -> append(run, answer, text));
            ModelReply reply = model.orElseThrow().ask(run, request(messages), outlet);
            outlet.end();
            if (answer.isEmpty()) {
                throw new ModelUnavailable(ModelFault.UNUSABLE, "the answer is empty");
            }
            var unsupported = UnsupportedNumbers.in(answer.toString(), facts);
            if (reply.isCut()) {
                append(run, answer, CUT);
            }
            return new Next.Complete(verdict, answer.toString(), unsupported);
        } catch (ModelUnavailable unavailable) {
            return answer.isEmpty() ? run.standIn(unavailable) : breakOff(unavailable);
        } catch (BudgetExceeded exceeded) {
            return run.standIn(exceeded);
        }
    }

    private ModelRequest request(List<ChatMessage> messages) {
        return ModelRequest.of(messages, settings.maxAnswerTokens());
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
