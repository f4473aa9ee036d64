package io.askwell.socket.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.AgentEvent.SqlDrafted;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Rows;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The golden files beside this test are what clients rely on. */
class EventEncoderTest {
    static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static Stream<Arguments> events() {
        var timing = new StepTiming(Step.EXECUTE, 12);
        return Stream.of(
                Arguments.of("step-started", new StepStarted(Step.RECALL)),
                Arguments.of("step-finished", new StepFinished(timing)),
                Arguments.of("thought", new Thought("Count \"orders\" of Žofie.\n🙂")),
                Arguments.of("sqlQuery", new SqlDrafted("SELECT 1", Origin.GRAMMAR)),
                Arguments.of("queryResult", new RowsRead(new Rows(List.of("name", "total", "day"),
                        List.of(Arrays.asList("Alice", new BigDecimal("400.00"), LocalDate.of(2024, 5, 1)),
                                Arrays.asList(null, 7L, true)),
                        true))),
                Arguments.of("answerChunk", new AnswerChunk("Alice ")),
                Arguments.of("answerComplete-answered",
                        new Completed(new Verdict.Answered("SELECT 1", Origin.MODEL, Optional.of("Counted orders.")),
                                "There are 2.", new TokenUsage(10, 5), List.of(timing), List.of("2"))),
                Arguments.of("answerComplete-declined",
                        new Completed(new Verdict.Declined(), "I do not know \"churn\".", TokenUsage.NONE, List.of())),
                Arguments.of("answerComplete-clarify",
                        new Completed(new Verdict.Clarify(List.of("Orders of Alice A.", "Orders of Alice B.")),
                                "Which Alice?", TokenUsage.NONE, List.of())),
                Arguments.of("error", new Failed(Fault.DEADLINE_EXCEEDED, "Too slow.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void encodesEachEventAsItsGoldenFile(String name, AgentEvent event) throws IOException {
        WireEvent wire = EventEncoder.encode(Question.parse("How many?"),
                new RunEvent(new RunId("6f1c"), new EventId(1, 7), event));

        assertThat(wire.id()).isEqualTo("1.7");
        assertThat(wire.name()).isEqualTo(wireName(name));
        assertThat(JSON.writeValueAsString(wire.data())).isEqualTo(golden(name));
    }

    static String wireName(String golden) {
        return golden.split("-")[0];
    }

    static String golden(String name) throws IOException {
        try (var file = EventEncoderTest.class.getResourceAsStream(name + ".json")) {
            assertThat(file).as(name + ".json").isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
