package io.askwell.bootstrap;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.askwell.testkit.node.NodeProject;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The page of the examples, served as the README says: by what {@code jwebserver} starts, from an origin of its own. */
record ExamplePage(HttpServer server) implements AutoCloseable {

    static ExamplePage serve() {
        var server = SimpleFileServer.createFileServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                NodeProject.root().resolve("examples").toAbsolutePath(), SimpleFileServer.OutputLevel.NONE);
        server.start();
        return new ExamplePage(server);
    }

    /** Such as {@code http://127.0.0.1:3000}, which is its address too. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
