package io.askwell.rest;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpStatusClass;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpRequestDecoderSpec;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in a problem why a request could not even be read. Reactor Netty answers those by itself, with a status and nothing
 * more, before anything that knows of problems sees them.
 */
final class UnreadableRequests implements NettyServerCustomizer {
    private final JsonMapper json;

    UnreadableRequests(JsonMapper json) {
        this.json = json;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        var answers = new Answers(json, server.configuration().decoder());
        return server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, UnreadableRequests.class.getName(), answers));
    }

    @ChannelHandler.Sharable
    private static final class Answers extends ChannelOutboundHandlerAdapter {
        private final JsonMapper json;
        private final HttpRequestDecoderSpec limits;

        Answers(JsonMapper json, HttpRequestDecoderSpec limits) {
            this.json = json;
            this.limits = limits;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise written)
                throws Exception {
            super.write(context, message instanceof FullHttpResponse response && isUnexplained(response)
                    ? explained(response)
                    : message, written);
        }

        /** A refusal of any route has a body. */
        private static boolean isUnexplained(FullHttpResponse response) {
            return response.status().codeClass() == HttpStatusClass.CLIENT_ERROR
                    && response.headers().getInt(HttpHeaderNames.CONTENT_LENGTH, -1) == 0;
        }

        private FullHttpResponse explained(FullHttpResponse response) {
            HttpStatusCode status = HttpStatusCode.valueOf(response.status().code());
            byte[] body = json.writeValueAsBytes(Problem.of(status, reason(status), null));
            FullHttpResponse explained = response.replace(Unpooled.wrappedBuffer(body));
            response.release();
            explained.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length)
                    .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
            return explained;
        }

        private String reason(HttpStatusCode status) {
            return switch (status.value()) {
                case 414 -> "The first line of the request must be at most %d bytes long."
                        .formatted(limits.maxInitialLineLength());
                case 431 -> "The headers must be at most %d bytes long.".formatted(limits.maxHeaderSize());
                default -> "The request is not valid HTTP.";
            };
        }
    }
}
