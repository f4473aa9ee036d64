package io.askwell.llm.agent;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.Verdict.Answered;
import io.askwell.llm.agent.Mishap.FailedQuery;
import io.askwell.llm.agent.Mishap.UnusableReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the model is told. The rules come first, the same for every question, so that a server may keep them; then the
 * schema, which is the same too unless it is so large that only a part is shown; then the conversation, which grows at its end;
 * what changes comes last.
 */
final class Prompts {
    private static final String DRAFT_RULES = resource("draft-rules.txt");
    private static final String ANSWER_RULES = resource("answer-rules.txt");
    /** Everything that a model is told by us and not by a question or a database. */
    static final String RULES = DRAFT_RULES + ANSWER_RULES;
    private final int maxRowBytes;

    Prompts(int maxRowBytes) {
        this.maxRowBytes = maxRowBytes;
    }

    /**
     * @param turns of the conversation before the question, oldest first
     * @param mishaps with earlier drafts of the same question, oldest first
     */
    List<ChatMessage> forDraft(Question question, List<Turn> turns, Grounding grounding, List<Mishap> mishaps) {
        var parts = new ArrayList<String>();
        parts.add("Today is %s.".formatted(grounding.today()));
        String before = TurnsText.of(turns);
        if (!before.isEmpty()) {
            parts.add("The conversation before the question, oldest first:\n"
                    + DataEnvelope.of("conversation", before));
        }
        if (!grounding.values().isEmpty()) {
            parts.add("Stored values that share a word with the question or the conversation:\n"
                    + DataEnvelope.of("values", SchemaText.of(grounding.values())));
        }
        parts.add("The question:\n" + question.text());
        if (!mishaps.isEmpty()) {
            parts.add("You tried already:\n"
                    + mishaps.stream().map(Prompts::lesson).collect(Collectors.joining("\n"))
                    + "\nReply again as the rules say, with SQL that differs from what failed and uses real names.");
        }
        return List.of(SystemMessage.from(DRAFT_RULES + schema(question, turns, grounding, mishaps)),
                UserMessage.from(String.join("\n\n", parts)));
    }

    /** What a failed draft names is shown too, since the model seems to need it, and what the conversation is about. */
    static String schema(Question question, List<Turn> turns, Grounding grounding, List<Mishap> mishaps) {
        var words = new StringBuilder(question.text());
        turns.forEach(turn -> words.append(turn.verdict() instanceof Answered answered
                ? " " + turn.question().text() + " " + String.join(" ", SqlWords.of(answered.sql()))
                : ""));
        mishaps.forEach(mishap -> words.append(mishap instanceof FailedQuery(var sql, var diagnosis)
                ? " " + String.join(" ", SqlWords.of(sql))
                : ""));
        return DataEnvelope.of("schema", SchemaText
                .of(RelevantSchema.of(grounding.schema(), words.toString(), grounding.values())));
    }

    private static String lesson(Mishap mishap) {
        return switch (mishap) {
            case FailedQuery(var sql, var diagnosis) ->
                "This SQL failed:\n" + DataEnvelope.of("failed query", diagnosis.json(sql));
            case UnusableReply(var reason) -> "Your reply could not be used: " + reason;
        };
    }

    List<ChatMessage> forAnswer(Question question, String sql, Rows rows) {
        var shown = RowsText.of(rows, maxRowBytes);
        var parts = new ArrayList<String>();
        parts.add("The query:\n" + DataEnvelope.of("query", DataEnvelope.json(sql)));
        parts.add("What it returned:\n" + DataEnvelope.of("rows", shown.json()));
        if (rows.isEmpty()) {
            parts.add("The query returned no rows: say plainly that nothing was found.");
        }
        if (shown.leftOut() > 0) {
            parts.add("%d further rows are left out here.".formatted(shown.leftOut()));
        }
        if (rows.truncated()) {
            parts.add("The database has more rows than were read.");
        }
        parts.add("The question:\n" + question.text());
        return List.of(SystemMessage.from(ANSWER_RULES), UserMessage.from(String.join("\n\n", parts)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Prompts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
