package io.askwell.llm.agent;

import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.Verdict.Answered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The turns of a conversation as JSON for the model, a line for each, oldest first: the latest ones, as far as they fit. An
 * answer says what is stored, so it is data as the rows are.
 */
final class TurnsText {
    /** Some 1,500 tokens: enough for a few turns with long answers, or ten short ones. */
    private static final int MAX_BYTES = 4_500;
    private static final int MAX_QUESTION = 400;
    private static final int MAX_SQL = 800;
    private static final int MAX_ANSWER = 400;

    private TurnsText() {}

    static String of(List<Turn> turns) {
        var lines = new ArrayList<String>();
        int bytes = 0;
        for (Turn turn : turns.reversed()) {
            String line = line(turn);
            // As it stands in the envelope, where escapes take more.
            bytes += DataEnvelope.escaped(line).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES || lines.size() == Turn.MOST) {
                break;
            }
            lines.addFirst(line);
        }
        return String.join("\n", lines);
    }

    private static String line(Turn turn) {
        String sql = turn.verdict() instanceof Answered answered
                ? ",\"sql\":" + DataEnvelope.json(answered.sql(), MAX_SQL)
                : "";
        return "{\"question\":" + DataEnvelope.json(turn.question().text(), MAX_QUESTION) + ",\"outcome\":"
                + DataEnvelope.json(turn.verdict().label()) + sql + ",\"answer\":"
                + DataEnvelope.json(turn.answer(), MAX_ANSWER) + "}";
    }
}
