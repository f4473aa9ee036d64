package io.askwell.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.ClientAddress;
import io.askwell.domain.access.Prices;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.Usage;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.port.out.Allowance.Reservation;
import io.askwell.testkit.access.InMemoryBudgets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class BudgetServiceTest {
    private static final Caller ALICE = new Caller("alice");
    private static final Caller BOB = new Caller("bob");
    private static final Prices PRICES = new Prices(new BigDecimal("1"), new BigDecimal("10"));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T23:00:00Z"));
    private final InMemoryBudgets budgets = new InMemoryBudgets();

    @Test
    void admitsAsManyQuestionsADayAsThePlanSays() {
        var service = service(plan(new Budget(Optional.of(2L), Optional.empty(), Optional.empty()), Budget.UNLIMITED));
        service.admit(ALICE).block();
        service.admit(ALICE).block();

        refused(service.admit(ALICE), "budget-exceeded", "2 questions a day", "2026-03-02T00:00:00Z");
        service.admit(BOB).block();
        clock.advance(Duration.ofHours(1));
        service.admit(ALICE).block();
    }

    @Test
    void admitsAKeyNoFasterThanThePlanSaysFromWhereverItIsUsed() {
        var service = service(rates(Optional.of(2), Optional.empty()));
        from("10.0.0.1", service.admit(ALICE)).block();
        from("10.0.0.2", service.admit(ALICE)).block();

        refused(from("10.0.0.3", service.admit(ALICE)), "rate-limited", "This key may ask 2 questions a minute");
        from("10.0.0.3", service.admit(BOB)).block();
    }

    @Test
    void admitsAnAddressNoFasterThanThePlanSaysWhateverTheKey() {
        var service = service(rates(Optional.empty(), Optional.of(2)));
        from("10.0.0.1", service.admit(ALICE)).block();
        from("10.0.0.1", service.admit(BOB)).block();

        refused(from("10.0.0.1", service.admit(ALICE)), "rate-limited", "This address may ask 2 questions a minute");
        from("10.0.0.2", service.admit(ALICE)).block();
    }

    @Test
    void anAddressThatAsksTooOftenDoesNotUseUpItsKey() {
        var service = service(rates(Optional.of(3), Optional.of(1)));
        from("10.0.0.1", service.admit(ALICE)).block();
        for (int i = 0; i < 10; i++) {
            refused(from("10.0.0.1", service.admit(ALICE)), "rate-limited", "address");
        }

        from("10.0.0.2", service.admit(ALICE)).block();
    }

    @Test
    void aQuestionThatComesTooFastIsNotCounted() {
        var service = service(rates(Optional.of(1), Optional.empty()));
        service.admit(ALICE).block();
        refused(service.admit(ALICE), "rate-limited", "minute");

        assertThat(usage(service).spent().questions()).isEqualTo(1);
    }

    @Test
    void aCallOfTheModelIsCountedAtMostAndThenAsItWas() {
        var service = service(plan(Budget.UNLIMITED, Budget.UNLIMITED));

        var reservation = reserve(service.allowance(ALICE).reserve(new TokenUsage(1_000, 500)));
        assertThat(usage(service).spent()).isEqualTo(Spend.onModel(1_500, new BigDecimal("0.006000")));
        reservation.settle(new TokenUsage(900, 10)).block();

        assertThat(usage(service).spent().tokens()).isEqualTo(910);
        assertThat(usage(service).spent().money()).isEqualByComparingTo("0.001");
    }

    @Test
    void theDaysTokensBelongToAllRunsOfTheKey() {
        var service = service(
                plan(new Budget(Optional.empty(), Optional.of(1_000L), Optional.empty()), Budget.UNLIMITED));
        reserve(service.allowance(ALICE).reserve(new TokenUsage(600, 100)));

        refused(service.allowance(ALICE).reserve(new TokenUsage(200, 101)), "budget-exceeded", "1000 tokens a day");
        reserve(service.allowance(BOB).reserve(new TokenUsage(900, 100)));
    }

    @Test
    void aRunStopsAtItsOwnBudgetAndTheNextBeginsAnew() {
        var service = service(
                plan(Budget.UNLIMITED, new Budget(Optional.empty(), Optional.of(1_000L), Optional.empty())));
        var run = service.allowance(ALICE);
        reserve(run.reserve(new TokenUsage(600, 300))).settle(new TokenUsage(600, 100)).block();
        reserve(run.reserve(new TokenUsage(200, 100)));

        refused(run.reserve(new TokenUsage(1, 0)), "budget-exceeded", "One question may spend 1000 tokens");
        reserve(service.allowance(ALICE).reserve(new TokenUsage(600, 300)));
    }

    @Test
    void moneyIsABudgetToo() {
        var money = new Budget(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("0.01")));
        var ofTheRun = service(plan(Budget.UNLIMITED, money)).allowance(ALICE);
        var ofTheDay = service(plan(money, Budget.UNLIMITED)).allowance(ALICE);

        refused(ofTheRun.reserve(new TokenUsage(1, 1_000)), "budget-exceeded", "0.01 in money");
        refused(ofTheDay.reserve(new TokenUsage(1, 1_000)), "budget-exceeded", "0.01 in money a day");
        reserve(ofTheDay.reserve(new TokenUsage(0, 1_000)));
    }

    @Test
    void whatTheRunIsRefusedCostsTheDayNothing() {
        var service = service(plan(Budget.UNLIMITED, new Budget(Optional.empty(), Optional.of(10L), Optional.empty())));
        refused(service.allowance(ALICE).reserve(new TokenUsage(11, 0)), "budget-exceeded", "10 tokens");

        assertThat(usage(service).spent()).isEqualTo(Spend.NOTHING);
    }

    @Test
    void aCallThatLastsBeyondMidnightIsOneOfTheDayOnWhichItBegan() {
        var service = service(plan(Budget.UNLIMITED, Budget.UNLIMITED));
        var reservation = reserve(service.allowance(ALICE).reserve(new TokenUsage(100, 100)));
        clock.advance(Duration.ofHours(2));
        reservation.settle(new TokenUsage(5, 5)).block();

        assertThat(usage(service).spent()).isEqualTo(Spend.NOTHING);
    }

    private BudgetService service(BudgetPlan plan) {
        return new BudgetService(plan, budgets, clock);
    }

    private static BudgetPlan plan(Budget day, Budget run) {
        return new BudgetPlan(Optional.empty(), Optional.empty(), day, run, PRICES);
    }

    private static BudgetPlan rates(Optional<Integer> ofKey, Optional<Integer> ofAddress) {
        return new BudgetPlan(ofKey, ofAddress, Budget.UNLIMITED, Budget.UNLIMITED, PRICES);
    }

    private static <T> Mono<T> from(String address, Mono<T> work) {
        return work.contextWrite(context -> context.put(ClientAddress.NAME, ClientAddress.of(address)));
    }

    private static Usage usage(BudgetService service) {
        return Objects.requireNonNull(service.of(ALICE).block());
    }

    private static Reservation reserve(Mono<Reservation> reserving) {
        return Objects.requireNonNull(reserving.block());
    }

    private static void refused(Mono<?> work, String kind, String... words) {
        StepVerifier.create(work).expectErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(BudgetExceeded.class).hasMessageContainingAll(words);
            assertThat(((BudgetExceeded) error).kind()).isEqualTo(kind);
        }).verify();
    }
}
