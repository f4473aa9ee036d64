package io.askwell.testkit.model;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The events of a streamed chat completion. */
final class Chunks {
    private Chunks() {}

    static String delta(String delta) {
        return chunk("[{\"index\":0,\"delta\":%s,\"finish_reason\":null}]".formatted(delta));
    }

    static String finish(String reason) {
        return chunk("[{\"index\":0,\"delta\":{},\"finish_reason\":%s}]".formatted(quoted(reason)));
    }

    static String usage(int promptTokens, int completionTokens) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\",\"choices\":[],"
                + "\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}}"
                        .formatted(promptTokens, completionTokens, promptTokens + completionTokens);
    }

    static String error(String message) {
        return "{\"error\":{\"message\":%s,\"type\":\"server_error\",\"code\":null}}".formatted(quoted(message));
    }

    private static String chunk(String choices) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\",\"choices\":%s}"
                .formatted(choices);
    }

    /** As a JSON string. */
    static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }

    static List<String> pieces(String text, int length) {
        var pieces = new ArrayList<String>();
        for (int from = 0; from < text.length(); from += length) {
            pieces.add(text.substring(from, Math.min(text.length(), from + length)));
        }
        return pieces;
    }

    static <A, B> Iterator<B> mapped(Iterator<A> source, Function<A, B> mapping) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public B next() {
                return mapping.apply(source.next());
            }
        };
    }
}
