package io.askwell.socket.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.askwell.domain.agent.RunId;
import io.askwell.socket.agent.WireEvent.ErrorData;
import io.askwell.socket.agent.WireEvent.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server says over a plain WebSocket: each becomes one JSON object that begins with its type. */
@JsonPropertyOrder({"type", "ref", "runId", "id"})
sealed interface ServerFrame {

    String type();

    /** {@code ready}: the key is accepted. */
    record Ready(String type, @JsonInclude(Include.NON_NULL) @Nullable String ref) implements ServerFrame {}

    /** {@code pong}. */
    record Pong(String type, @JsonInclude(Include.NON_NULL) @Nullable String ref) implements ServerFrame {}

    /** {@code accepted}: what was asked for is done on that run. */
    record Accepted(String type, @JsonInclude(Include.NON_NULL) @Nullable String ref, String runId)
            implements
                ServerFrame {}

    /** An event of a run, with the fields that it has on every channel. */
    record Event(String type, String runId, String id, @JsonUnwrapped Payload payload) implements ServerFrame {}

    /** {@code error} with the id of an event: a run ended without an answer. What an error is stands apart from the frame's type. */
    record Failed(String type, String runId, String id, ErrorData error) implements ServerFrame {}

    /** {@code error} without an id: what the client said is not done. */
    record Refused(String type, @JsonInclude(Include.NON_NULL) @Nullable String ref, Refusal error)
            implements
                ServerFrame {}

    static ServerFrame ready(Optional<String> ref) {
        return new Ready("ready", ref.orElse(null));
    }

    static ServerFrame pong(Optional<String> ref) {
        return new Pong("pong", ref.orElse(null));
    }

    static ServerFrame accepted(Optional<String> ref, RunId run) {
        return new Accepted("accepted", ref.orElse(null), run.value());
    }

    static ServerFrame event(WireEvent event) {
        var data = event.data();
        return data.payload() instanceof ErrorData error
                ? new Failed(event.name(), data.runId(), data.id(), error)
                : new Event(event.name(), data.runId(), data.id(), data.payload());
    }

    static ServerFrame refused(Optional<String> ref, Throwable error) {
        return new Refused("error", ref.orElse(null), Refusal.of(error));
    }
}
