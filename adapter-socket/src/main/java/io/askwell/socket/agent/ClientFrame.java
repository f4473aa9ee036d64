package io.askwell.socket.agent;

import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.failure.Failure;
import java.util.Optional;

/** What a client says over a plain WebSocket, once it is read. */
sealed interface ClientFrame {

    /** What the client calls the frame; whatever answers it carries the same. */
    Optional<String> ref();

    /** What only the owner of a key may say. */
    sealed interface Work extends ClientFrame {}

    record Auth(Optional<String> ref, String apiKey) implements ClientFrame {}

    record Ping(Optional<String> ref) implements ClientFrame {}

    record Ask(Optional<String> ref, Arguments.Asked asked) implements Work {}

    /** @param after the event that the client saw last */
    record Resume(Optional<String> ref, RunId run, EventId after) implements Work {}

    record Cancel(Optional<String> ref, RunId run) implements Work {}

    /** What cannot be read, and why. */
    record Faulty(Optional<String> ref, Failure fault) implements ClientFrame {}

    /** The protocol's ping. */
    record Beat(Optional<String> ref, String payload) implements ClientFrame {}

    /** What is longer than a frame may be; nothing can be read after it. */
    record TooLong(Optional<String> ref) implements ClientFrame {}
}
