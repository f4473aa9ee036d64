package io.askwell.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Budget BUDGET = new Budget(Optional.of(2L), Optional.of(100L),
            Optional.of(new BigDecimal("0.50")));

    @Test
    void aLimitMayBeReachedButNotPassed() {
        assertThat(BUDGET.allows(Spend.onModel(60, new BigDecimal("0.4")), Spend.onModel(40, new BigDecimal("0.10"))))
                .isTrue();
        assertThat(BUDGET.refusal(Spend.onModel(60, BigDecimal.ZERO), Spend.onModel(41, BigDecimal.ZERO)))
                .contains("100 tokens");
        assertThat(BUDGET.refusal(new Spend(2, 0, BigDecimal.ZERO), Spend.ONE_QUESTION)).contains("2 questions");
        assertThat(
                BUDGET.refusal(Spend.onModel(0, new BigDecimal("0.50")), Spend.onModel(1, new BigDecimal("0.0000001"))))
                .contains("0.50 in money");
    }

    @Test
    void whatIsUsedUpKeepsNobodyFromWhatIsNot() {
        assertThat(BUDGET.allows(Spend.onModel(500, new BigDecimal("9")), Spend.ONE_QUESTION)).isTrue();
    }

    @Test
    void withoutLimitsEverythingIsAllowed() {
        assertThat(Budget.UNLIMITED.allows(Spend.NOTHING, new Spend(1, Long.MAX_VALUE, new BigDecimal("1e30"))))
                .isTrue();
    }

    @Test
    void theDifferenceOfWhatIsSpentNeverFallsBelowZero() {
        assertThat(Spend.onModel(5, BigDecimal.ONE).minus(new Spend(1, 7, BigDecimal.TWO)))
                .isEqualTo(new Spend(0, 0, BigDecimal.ZERO));
    }

    @Test
    void pricesAreExact() {
        var prices = new Prices(new BigDecimal("0.13"), new BigDecimal("0.40"));

        assertThat(prices.of(1, 0)).isEqualByComparingTo("0.00000013");
        assertThat(prices.of(1_000_000, 2_000_000)).isEqualByComparingTo("0.93");
        assertThat(prices.of(3, 7)).isEqualByComparingTo("0.00000319");
    }

    @Test
    void aDayIsOneOfUtc() {
        var day = BudgetDay.of(Instant.parse("2026-03-01T23:59:59.999Z"));

        assertThat(day.renewsAt()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(BudgetDay.of(day.renewsAt())).isNotEqualTo(day);
    }

    @Test
    void whoIsRefusedLearnsTheLimitAndWhenItRenews() {
        var now = Instant.parse("2026-03-01T23:59:00.5Z");
        var exceeded = BudgetExceeded.ofTheDay(new Caller("alice"), "100 tokens", BudgetDay.of(now), now);

        assertThat(exceeded.kind()).isEqualTo("budget-exceeded");
        assertThat(exceeded.reason()).contains("alice", "100 tokens a day", "2026-03-02T00:00:00Z");
        assertThat(exceeded.retryAfterSeconds()).contains(60L);
    }

    @Test
    void noOneIsToldToComeBackInNoTime() {
        assertThat(BudgetExceeded.ofTheMinute(5, "address", Duration.ofNanos(1)).retryAfterSeconds()).contains(1L);
        assertThat(BudgetExceeded.ofTheMinute(5, "address", Duration.ofMillis(1_001)).retryAfterSeconds()).contains(2L);
    }

    @Test
    void waitingDoesNotHelpAQuestionThatIsTooDear() {
        assertThat(BudgetExceeded.ofTheRun("100 tokens").retryAfterSeconds()).isEmpty();
    }
}
