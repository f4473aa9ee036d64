package io.askwell.persistence.agent;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.Verdict;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as the log keeps them. Cells that are neither text nor number nor truth value come back as the text that clients
 * were sent, so that a run which is read again reads the same.
 */
final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // What is derived from an event is no part of it.
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .addMixIn(AgentEvent.class, EventType.class).addMixIn(Verdict.class, VerdictType.class).build();
    private static final TypeReference<List<AgentEvent>> EVENTS = new TypeReference<>() {
    };
    private static final ObjectWriter WRITER = MAPPER.writerFor(EVENTS);
    private static final ObjectReader READER = MAPPER.readerFor(EVENTS);

    private EventJson() {}

    /** As an array. */
    static String write(List<AgentEvent> events) {
        return WRITER.writeValueAsString(events);
    }

    static List<AgentEvent> read(String array) {
        List<AgentEvent> events = READER.readValue(array);
        return events.stream().map(event -> event instanceof AgentEvent.RowsRead read
                ? new AgentEvent.RowsRead(exact(read.rows()))
                : event).toList();
    }

    /** Whole numbers as queries give them: {@link Long} or, beyond it, {@link BigDecimal}. */
    private static Rows exact(Rows rows) {
        var values = new ArrayList<List<@Nullable Object>>(rows.size());
        for (List<@Nullable Object> row : rows.values()) {
            var cells = new ArrayList<@Nullable Object>(row.size());
            for (Object cell : row) {
                cells.add(switch (cell) {
                    case Integer number -> number.longValue();
                    case BigInteger number -> new BigDecimal(number);
                    case null, default -> cell;
                });
            }
            values.add(cells);
        }
        return new Rows(rows.columns(), values, rows.truncated());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(name = "stepStarted", value = AgentEvent.StepStarted.class),
            @JsonSubTypes.Type(name = "stepFinished", value = AgentEvent.StepFinished.class),
            @JsonSubTypes.Type(name = "thought", value = AgentEvent.Thought.class),
            @JsonSubTypes.Type(name = "sqlDrafted", value = AgentEvent.SqlDrafted.class),
            @JsonSubTypes.Type(name = "rowsRead", value = AgentEvent.RowsRead.class),
            @JsonSubTypes.Type(name = "answerChunk", value = AgentEvent.AnswerChunk.class),
            @JsonSubTypes.Type(name = "completed", value = AgentEvent.Completed.class),
            @JsonSubTypes.Type(name = "failed", value = AgentEvent.Failed.class)})
    private interface EventType {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(name = "answered", value = Verdict.Answered.class),
            @JsonSubTypes.Type(name = "declined", value = Verdict.Declined.class),
            @JsonSubTypes.Type(name = "clarify", value = Verdict.Clarify.class)})
    private interface VerdictType {}
}
