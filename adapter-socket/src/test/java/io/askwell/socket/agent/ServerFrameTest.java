package io.askwell.socket.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.TooManyRuns;
import io.askwell.domain.failure.Invalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** An event has the fields that it has on every channel, so its frame is made of the same golden file. */
class ServerFrameTest {
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.askwell.socket.agent.EventEncoderTest#events")
    void anEventIsItsGoldenFileWithATypeInFront(String name, AgentEvent event) throws IOException {
        WireEvent wire = EventEncoder.encode(Question.parse("How many?"),
                new RunEvent(new RunId("6f1c"), new EventId(1, 7), event));

        assertThat(JSON.writeValueAsString(ServerFrame.event(wire))).isEqualTo(name.equals("error")
                ? "{\"type\":\"error\",\"runId\":\"6f1c\",\"id\":\"1.7\",\"error\":"
                        + "{\"type\":\"deadline-exceeded\",\"message\":\"Too slow.\"}}"
                : "{\"type\":\"" + wire.name() + "\"," + golden(name).substring(1));
    }

    @Test
    void theOtherFramesCarryTheNameThatTheClientGave() {
        assertThat(JSON.writeValueAsString(ServerFrame.ready(Optional.empty()))).isEqualTo("{\"type\":\"ready\"}");
        assertThat(JSON.writeValueAsString(ServerFrame.pong(Optional.of("p"))))
                .isEqualTo("{\"type\":\"pong\",\"ref\":\"p\"}");
        assertThat(JSON.writeValueAsString(ServerFrame.accepted(Optional.of("q"), new RunId("6f1c"))))
                .isEqualTo("{\"type\":\"accepted\",\"ref\":\"q\",\"runId\":\"6f1c\"}");
    }

    @Test
    void aRefusalNamesTheFieldsOrWhenToComeBack() {
        assertThat(JSON.writeValueAsString(ServerFrame.refused(Optional.of("q"), new Invalid("mode", "must be good"))))
                .isEqualTo("{\"type\":\"error\",\"ref\":\"q\",\"error\":{\"type\":\"invalid-request\","
                        + "\"message\":\"mode: must be good\","
                        + "\"errors\":[{\"field\":\"mode\",\"message\":\"must be good\"}]}}");
        assertThat(JSON.writeValueAsString(ServerFrame.refused(Optional.empty(), new TooManyRuns())))
                .startsWith("{\"type\":\"error\",\"error\":{\"type\":\"too-many-runs\",")
                .endsWith(",\"retryAfter\":5}}");
    }

    private static String golden(String name) throws IOException {
        try (var file = ServerFrameTest.class.getResourceAsStream(name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
