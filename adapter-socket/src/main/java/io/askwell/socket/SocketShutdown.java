package io.askwell.socket;

import io.askwell.socket.socketio.SocketServer;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the clients away when the server stops, before it waits for its connections to end: theirs never would. Their runs
 * have the period of grace, and they find them again where they connect next.
 */
final class SocketShutdown implements SmartLifecycle {
    private final SocketServer server;
    private volatile boolean running;

    SocketShutdown(SocketServer server) {
        this.server = server;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        server.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
