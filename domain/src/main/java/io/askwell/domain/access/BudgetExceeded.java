package io.askwell.domain.access;

import io.askwell.domain.failure.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A limit would be passed; the message names it and says when there is more. */
public final class BudgetExceeded extends Unavailable {
    private static final String KIND = "budget-exceeded";

    private BudgetExceeded(String kind, String message, Optional<Duration> retryAfter) {
        super(kind, message, retryAfter);
    }

    /** @param limit such as {@code 100 questions} */
    public static BudgetExceeded ofTheDay(Caller caller, String limit, BudgetDay day, Instant now) {
        return new BudgetExceeded(KIND, "The key '%s' may spend %s a day, and this would be more. It renews at %s."
                .formatted(caller.name(), limit, day.renewsAt()), Optional.of(Duration.between(now, day.renewsAt())));
    }

    /** No question ever gets more, so to wait does not help. */
    public static BudgetExceeded ofTheRun(String limit) {
        return new BudgetExceeded(KIND,
                "One question may spend %s, and this one needs more. Every question has as much anew.".formatted(limit),
                Optional.empty());
    }

    /** @param whose {@code key} or {@code address} */
    public static BudgetExceeded ofTheMinute(int questions, String whose, Duration wait) {
        return new BudgetExceeded("rate-limited", "This %s may ask %d questions a minute. Ask again in %d seconds."
                .formatted(whose, questions, seconds(wait)), Optional.of(wait));
    }
}
