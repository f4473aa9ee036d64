package io.askwell.socket.agent;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Whether a client wants events rather than JSON: only if its Accept header names {@code text/event-stream}, and puts it
 * before JSON. A wildcard means JSON.
 */
final class PrefersEventStream implements RequestPredicate {
    @Override
    public boolean test(ServerRequest request) {
        List<MediaType> accepted = accepted(request);
        MimeTypeUtils.sortBySpecificity(accepted);
        accepted.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
        return accepted.stream().filter(type -> type.getQualityValue() > 0)
                .filter(type -> type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM)
                        || type.includes(MediaType.APPLICATION_JSON))
                .findFirst().filter(first -> first.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM)).isPresent();
    }

    private static List<MediaType> accepted(ServerRequest request) {
        try {
            return new ArrayList<>(request.headers().accept());
        } catch (InvalidMediaTypeException malformed) {
            // The route for JSON answers it: with 406.
            return new ArrayList<>();
        }
    }
}
