package io.askwell.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.port.out.Budgets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What every store of budgets does. */
public abstract class BudgetsContract {
    private static final Caller ALICE = new Caller("alice");
    private static final Caller BOB = new Caller("bob");
    private static final BudgetDay TODAY = new BudgetDay(LocalDate.of(2026, 3, 1));
    private static final BudgetDay TOMORROW = new BudgetDay(LocalDate.of(2026, 3, 2));
    private static final Budget LIMITS = new Budget(Optional.of(10L), Optional.of(1_000L),
            Optional.of(new BigDecimal("0.5")));

    /** The same empty one within a test. */
    protected abstract Budgets budgets();

    @Test
    void atFirstNothingIsSpent() {
        assertSpent(ALICE, TODAY, 0, 0, "0");
    }

    @Test
    void whatIsReservedCountsAsSpent() {
        assertThat(reserve(model(300, "0.1"), LIMITS)).isTrue();
        assertThat(reserve(model(400, "0.000000125"), LIMITS)).isTrue();
        assertThat(reserve(Spend.ONE_QUESTION, LIMITS)).isTrue();

        assertSpent(ALICE, TODAY, 1, 700, "0.100000125");
    }

    @Test
    void everyLimitMayBeReachedAndNoneMayBePassed() {
        assertThat(reserve(new Spend(10, 1_000, new BigDecimal("0.50")), LIMITS)).isTrue();

        assertThat(reserve(Spend.ONE_QUESTION, LIMITS)).isFalse();
        assertThat(reserve(model(1, "0"), LIMITS)).isFalse();
        assertThat(reserve(model(0, "0.000001"), LIMITS)).isFalse();
        assertSpent(ALICE, TODAY, 10, 1_000, "0.5");
    }

    @Test
    void evenTheFirstReservationMayBeTooMuch() {
        assertThat(reserve(model(1_001, "0"), LIMITS)).isFalse();
        assertThat(reserve(model(1, "0.51"), LIMITS)).isFalse();

        assertSpent(ALICE, TODAY, 0, 0, "0");
    }

    @Test
    void nothingIsTakenWhereOneOfSeveralLimitsWouldBePassed() {
        assertThat(reserve(new Spend(1, 1, new BigDecimal("0.6")), LIMITS)).isFalse();

        assertSpent(ALICE, TODAY, 0, 0, "0");
    }

    @Test
    void whoWantsNothingOfWhatIsUsedUpGetsTheRest() {
        reserve(model(1_000, "0.5"), LIMITS);
        budgets().settle(ALICE, TODAY, model(1_000, "0.5"), model(1_200, "0.6")).block();

        assertThat(reserve(Spend.ONE_QUESTION, LIMITS)).isTrue();
        assertSpent(ALICE, TODAY, 1, 1_200, "0.6");
    }

    @Test
    void whatIsNotLimitedIsCountedAllTheSame() {
        assertThat(reserve(new Spend(5, 1_000_000_000_000L, new BigDecimal("12345678.9")), Budget.UNLIMITED)).isTrue();

        assertSpent(ALICE, TODAY, 5, 1_000_000_000_000L, "12345678.9");
    }

    @Test
    void whatWasNotNeededIsGivenBack() {
        reserve(model(900, "0.4"), LIMITS);
        budgets().settle(ALICE, TODAY, model(900, "0.4"), model(100, "0.05")).block();

        assertSpent(ALICE, TODAY, 0, 100, "0.05");
        assertThat(reserve(model(900, "0.45"), LIMITS)).isTrue();
    }

    @Test
    void everyCallerAndEveryDayHasABudgetOfItsOwn() {
        reserve(model(1_000, "0.5"), LIMITS);

        assertThat(budgets().reserve(BOB, TODAY, model(1_000, "0.5"), LIMITS).block()).isTrue();
        assertThat(budgets().reserve(ALICE, TOMORROW, model(1, "0"), LIMITS).block()).isTrue();
        assertSpent(ALICE, TOMORROW, 0, 1, "0");
    }

    @Test
    void fiftyAtTheSameTimeNeverPassTheLimit() {
        List<Boolean> taken = Objects.requireNonNull(Flux.range(0, 50)
                .flatMap(i -> budgets().reserve(ALICE, TODAY, model(70, "0.01"), LIMITS)
                        .subscribeOn(Schedulers.parallel()), 50)
                .collectList().block());

        assertThat(taken).hasSize(50).filteredOn(it -> it).hasSize(14);
        assertSpent(ALICE, TODAY, 0, 980, "0.14");
    }

    @Test
    void whoReserveAndSettleAtTheSameTimeLeaveWhatTheySpent() {
        Flux.range(0, 50).flatMap(i -> budgets().reserve(ALICE, TODAY, model(20, "0.01"), LIMITS)
                .flatMap(taken -> budgets().settle(ALICE, TODAY, model(20, "0.01"), model(3, "0.002")))
                .subscribeOn(Schedulers.parallel()), 50).blockLast();

        assertSpent(ALICE, TODAY, 0, 150, "0.1");
    }

    private boolean reserve(Spend amount, Budget limits) {
        return Boolean.TRUE.equals(budgets().reserve(ALICE, TODAY, amount, limits).block());
    }

    private static Spend model(long tokens, String money) {
        return Spend.onModel(tokens, new BigDecimal(money));
    }

    private void assertSpent(Caller caller, BudgetDay day, long questions, long tokens, String money) {
        assertThat(budgets().spent(caller, day).block()).isNotNull().satisfies(spent -> {
            assertThat(spent.questions()).isEqualTo(questions);
            assertThat(spent.tokens()).isEqualTo(tokens);
            assertThat(spent.money()).isEqualByComparingTo(money);
        });
    }
}
