package io.askwell.domain.agent;

import java.util.List;

/**
 * What happens while an answer is made, in the order in which it happens. Steps may repeat; exactly one
 * {@link Completed} or {@link Failed} ends a run.
 */
public sealed interface AgentEvent {

    record StepStarted(Step step) implements AgentEvent {}

    record StepFinished(StepTiming timing) implements AgentEvent {}

    /** How the question is understood, in words: the model's thought or the grammar's reading. */
    record Thought(String text) implements AgentEvent {}

    record SqlDrafted(String sql, Origin origin) implements AgentEvent {}

    record RowsRead(Rows rows) implements AgentEvent {}

    /** A piece of the answer; the pieces joined are the answer. */
    record AnswerChunk(String text) implements AgentEvent {}

    /**
     * The run ended well.
     *
     * @param answer the whole answer
     * @param steps every step that finished, in order
     * @param unsupportedNumbers numbers as the answer writes them that stand neither in the rows nor in the question nor
     *        in the SQL: whoever wrote the answer made them up or calculated them
     */
    record Completed(Verdict verdict, String answer, TokenUsage usage, List<StepTiming> steps,
            List<String> unsupportedNumbers) implements AgentEvent {
        public Completed {
            steps = List.copyOf(steps);
            unsupportedNumbers = List.copyOf(unsupportedNumbers);
        }

        /** Every number of the answer is supported. */
        public Completed(Verdict verdict, String answer, TokenUsage usage, List<StepTiming> steps) {
            this(verdict, answer, usage, steps, List.of());
        }
    }

    /** The run ended without an answer. */
    record Failed(Fault fault, String message) implements AgentEvent {}

    /** Whether this ends a run. */
    default boolean isTerminal() {
        return this instanceof Completed || this instanceof Failed;
    }
}
