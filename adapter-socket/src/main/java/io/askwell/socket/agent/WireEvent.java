package io.askwell.socket.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as every live channel sends it.
 *
 * @param name such as {@code answerChunk}
 * @param data becomes one JSON object that begins with the run and the id
 */
record WireEvent(String name, String id, Data data) {

    /** The fields of every event, then those of its kind. */
    @JsonPropertyOrder({"runId", "id"})
    record Data(String runId, String id, @JsonUnwrapped Payload payload) {}

    /** The fields of one kind of event. */
    sealed interface Payload {}

    /**
     * {@code step}.
     *
     * @param phase {@code started} or {@code finished}
     * @param ms wall-clock milliseconds, once it is finished
     */
    record StepData(String name, String phase, @JsonInclude(Include.NON_NULL) @Nullable Long ms) implements Payload {}

    /** {@code thought}. */
    record ThoughtData(String text) implements Payload {}

    /** {@code sqlQuery}. */
    record SqlData(String sql, String origin) implements Payload {}

    /** {@code queryResult}: one list of cells for each row, in the order of the columns. */
    record RowsData(List<String> columns, List<List<@Nullable Object>> rows, boolean truncated) implements Payload {}

    /** {@code answerChunk}. */
    record ChunkData(String chunk) implements Payload {}

    /**
     * {@code answerComplete}: what has no value is null, so that every client finds every field.
     *
     * @param unsupportedNumbers numbers of the answer that stand neither in the rows nor in the question nor in the SQL
     */
    record CompleteData(String outcome, String question, String answer, @Nullable String sql, @Nullable String origin,
            @Nullable String reading, List<String> readings, UsageData usage, List<TimingData> steps,
            List<String> unsupportedNumbers) implements Payload {}

    /** Tokens that a model charged for. */
    record UsageData(long promptTokens, long completionTokens, long totalTokens) {}

    /** A step that finished. */
    record TimingData(String name, long ms) {}

    /** {@code error}. */
    record ErrorData(String type, String message) implements Payload {}
}
