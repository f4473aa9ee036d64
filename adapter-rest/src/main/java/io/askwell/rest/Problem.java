package io.askwell.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.askwell.domain.failure.Conflict;
import io.askwell.domain.failure.Failure;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.NotFound;
import io.askwell.domain.failure.Unavailable;
import io.askwell.domain.failure.Violation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type stable name of the kind of problem
 * @param title the kind in words, the same for every occurrence
 * @param status the HTTP status
 * @param detail this occurrence in words
 * @param instance the path that was asked for, if it could be read
 * @param errors what is wrong with which field, where the request is
 */
record Problem(String type, String title, int status, String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors) {
    private static final String TYPE_PREFIX = "urn:askwell:problem:";

    static Problem of(Failure failure, HttpStatus status, String path) {
        List<Violation> errors = switch (failure) {
            case Invalid invalid -> invalid.violations();
            case Conflict conflict -> List.of(conflict.violation());
            case NotFound ignored -> List.of();
            case Unavailable ignored -> List.of();
        };
        return of(failure.kind(), status, failure.reason(), path, errors);
    }

    static Problem of(HttpStatusCode status, String detail, @Nullable String path) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String kind = known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return of(kind, status, detail, path, List.of());
    }

    private static Problem of(String kind, HttpStatusCode status, String detail,
            @Nullable String path, List<Violation> errors) {
        String words = kind.replace('-', ' ');
        return new Problem(TYPE_PREFIX + kind, Character.toUpperCase(words.charAt(0)) + words.substring(1),
                status.value(), detail, path, errors);
    }
}
