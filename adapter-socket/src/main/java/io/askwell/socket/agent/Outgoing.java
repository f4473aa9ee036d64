package io.askwell.socket.agent;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.RunEvent;

/** What goes to a client over a plain WebSocket, in order. */
sealed interface Outgoing {

    record Said(ServerFrame frame) implements Outgoing {}

    /** An event of a run, not yet put into words: those that wait take no memory but the run's own. */
    record Happened(Question question, RunEvent event) implements Outgoing {}

    /** Asks whether the client is still there. */
    record Beat() implements Outgoing {}

    /** Answers the protocol's ping. It waits its turn like all else: who pings and does not read would pile up answers. */
    record Echo(String payload) implements Outgoing {}

    /** The last. */
    record GoodBye(CloseReason reason) implements Outgoing {}
}
