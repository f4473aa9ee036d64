package io.askwell.persistence.agent;

import io.askwell.persistence.DatabaseSettings.Login;

/** Whether the agent has a login of its own, which can read and nothing else. */
sealed interface ReaderLogin {

    record Granted(Login login) implements ReaderLogin {}

    /** @param reason for the operator and for clients, without secrets */
    record Denied(String reason) implements ReaderLogin {}
}
