package io.askwell.rest.http;

import static io.netty.handler.codec.http.HttpHeaderNames.ACCEPT_ENCODING;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_ENCODING;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpContentCompressor;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

class LeftoverCompressionTest {
    private static final HttpServer LEAVES_COMPRESSORS = HttpServer.create().host("127.0.0.1").port(0)
            .handle((request, response) -> response.sendString(Mono.just("small")))
            .doOnChannelInit((observer, channel, address) -> channel.pipeline()
                    .addBefore(NettyPipeline.HttpTrafficHandler, NettyPipeline.CompressionHandler,
                            new HttpContentCompressor()));

    @Test
    void aCompressorLeftBehindOnAConnectionDoesNotCompressTheNextResponse() {
        assertThat(encodingOf(new LeftoverCompression().apply(LEAVES_COMPRESSORS))).isEmpty();
    }

    @Test
    void itWouldOtherwise() {
        assertThat(encodingOf(LEAVES_COMPRESSORS)).contains("gzip");
    }

    private static Optional<String> encodingOf(HttpServer server) {
        var running = server.bindNow();
        try {
            return HttpClient.create().baseUrl("http://127.0.0.1:" + running.port())
                    .headers(headers -> headers.set(ACCEPT_ENCODING, "gzip"))
                    .get().uri("/").response()
                    .map(response -> Optional.ofNullable(response.responseHeaders().get(CONTENT_ENCODING))).block();
        } finally {
            running.disposeNow();
        }
    }
}
