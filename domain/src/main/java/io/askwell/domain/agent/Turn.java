package io.askwell.domain.agent;

import io.askwell.domain.agent.AgentEvent.Completed;

/**
 * An earlier question of a conversation, and what came of it.
 *
 * @param answer its first {@value #MAX_ANSWER} UTF-16 units or so: an answer may be as long as a list
 */
public record Turn(Question question, Verdict verdict, String answer) {
    /** How many turns of a conversation a question is read with: the latest ones. */
    public static final int MOST = 10;
    static final int MAX_ANSWER = 2_000;

    public static Turn of(Question question, Completed completed) {
        String answer = completed.answer();
        return new Turn(question, completed.verdict(), answer.length() <= MAX_ANSWER
                ? answer
                : answer.substring(0, Character.isHighSurrogate(answer.charAt(MAX_ANSWER - 1))
                        ? MAX_ANSWER - 1
                        : MAX_ANSWER) + "…");
    }
}
