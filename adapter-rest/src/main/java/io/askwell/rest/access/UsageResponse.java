package io.askwell.rest.access;

import io.askwell.domain.access.Budget;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a key's budget stands; a limit that is not set is null.
 *
 * @param key its name
 * @param renewsAt when the day's budgets begin anew
 */
record UsageResponse(String key, Instant renewsAt, Quota questions, Quota tokens, Quota money, PerRun perRun,
        PerMinute perMinute) {

    /** Of the day; what is left never falls below zero. */
    record Quota(Number used, @Nullable Number limit, @Nullable Number remaining) {
        static Quota of(long used, Optional<Long> limit) {
            return new Quota(used, limit.orElse(null), limit.map(most -> Math.max(0, most - used)).orElse(null));
        }

        static Quota of(BigDecimal used, Optional<BigDecimal> limit) {
            return new Quota(used, limit.orElse(null),
                    limit.map(most -> most.subtract(used).max(BigDecimal.ZERO)).orElse(null));
        }
    }

    /** What one question may take. */
    record PerRun(@Nullable Long tokens, @Nullable BigDecimal money) {}

    /** How many questions a minute may be asked with this key, and from one address. */
    record PerMinute(@Nullable Integer questions, @Nullable Integer questionsOfAddress) {}

    static UsageResponse of(Usage usage) {
        Spend spent = usage.spent();
        Budget day = usage.plan().day();
        Budget run = usage.plan().run();
        return new UsageResponse(usage.caller().name(), usage.day().renewsAt(),
                Quota.of(spent.questions(), day.questions()), Quota.of(spent.tokens(), day.tokens()),
                Quota.of(spent.money(), day.money()), new PerRun(run.tokens().orElse(null), run.money().orElse(null)),
                new PerMinute(usage.plan().questionsPerMinute().orElse(null),
                        usage.plan().questionsPerMinuteOfAddress().orElse(null)));
    }
}
