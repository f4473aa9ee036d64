package io.askwell.bootstrap;

import io.askwell.testkit.postgres.TestDatabase;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way to a database, which can be cut and mended. */
final class Cable implements AutoCloseable {
    private final TestDatabase database;
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Cable(TestDatabase database, ServerSocket listener) {
        this.database = database;
        this.listener = listener;
    }

    static Cable to(TestDatabase database) throws IOException {
        var cable = new Cable(database, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(cable::accept);
        return cable;
    }

    /** The database as it looks from the near end. */
    TestDatabase end() {
        return new TestDatabase("127.0.0.1", listener.getLocalPort(), database.name(), database.user(),
                database.password());
    }

    void cut() {
        cut = true;
        sockets.forEach(Cable::close);
        sockets.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(database.host(), database.port());
                sockets.addAll(List.of(near, far));
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends are closed now, which is what a cut is.
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
