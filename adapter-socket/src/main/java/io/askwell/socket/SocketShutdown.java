package io.askwell.socket;

import io.askwell.socket.socketio.SocketServer;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Sends the clients away when the server stops, before it waits for its connections to end: theirs never would. Their runs
 * have the period of grace, and they find them again where they connect next.
 */
record SocketShutdown(SocketServer server) {
    @EventListener(ContextClosedEvent.class)
    void begins() {
        server.close();
    }
}
