package io.askwell.socket.agent;

import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Violation;
import java.util.List;

/** What a client is told that has shown no key, or one that nobody has. */
final class KeyRequired {
    private KeyRequired() {}

    static Invalid beforeAnythingElse() {
        return new Invalid("key-required", "This needs a valid key: send {\"type\":\"auth\",\"apiKey\":…} first.",
                List.of());
    }

    static Invalid another() {
        return new Invalid("key-required", "The key is not valid.", List.of(new Violation("apiKey", "is not valid")));
    }
}
