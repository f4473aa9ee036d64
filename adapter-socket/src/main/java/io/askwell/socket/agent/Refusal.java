package io.askwell.socket.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.askwell.domain.failure.Conflict;
import io.askwell.domain.failure.Failure;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Unavailable;
import io.askwell.domain.failure.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why what a client asked for is not done; the one place where a live channel turns what went wrong into words.
 *
 * @param type the failure's kind, such as {@code invalid-request}
 * @param errors the fields that are wrong, if any are
 * @param retryAfter seconds until it is worth trying again, where that is known
 */
record Refusal(String type, String message, @JsonInclude(Include.NON_EMPTY) List<FieldError> errors,
        @JsonInclude(Include.NON_NULL) @Nullable Long retryAfter) {
    private static final Logger log = LoggerFactory.getLogger(Refusal.class);

    /** A field, and which limit it does not keep. */
    record FieldError(String field, String message) {
        static FieldError of(Violation violation) {
            return new FieldError(violation.field(), violation.message());
        }
    }

    static Refusal of(Throwable error) {
        return switch (error) {
            case Invalid invalid -> of(invalid, invalid.violations());
            case Conflict conflict -> of(conflict, List.of(conflict.violation()));
            case Failure failure -> of(failure, List.of());
            default -> {
                log.error("What a client asked for failed", error);
                yield new Refusal("internal-error", "Something went wrong on our side.", List.of(), null);
            }
        };
    }

    private static Refusal of(Failure failure, List<Violation> violations) {
        Long retryAfter = failure instanceof Unavailable unavailable
                ? unavailable.retryAfterSeconds().orElse(null)
                : null;
        return new Refusal(failure.kind(), failure.reason(), violations.stream().map(FieldError::of).toList(),
                retryAfter);
    }
}
