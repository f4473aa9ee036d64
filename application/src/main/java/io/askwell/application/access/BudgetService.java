package io.askwell.application.access;

import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.ClientAddress;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.Usage;
import io.askwell.domain.access.port.in.ShowUsage;
import io.askwell.domain.access.port.out.Budgets;
import io.askwell.domain.agent.port.out.Allowance;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Sees to it that nobody asks more often or spends more than the plan allows. */
public final class BudgetService implements ShowUsage {
    private final BudgetPlan plan;
    private final Budgets budgets;
    private final Clock clock;
    private final Optional<QuestionRate> ofKeys;
    private final Optional<QuestionRate> ofAddresses;

    public BudgetService(BudgetPlan plan, Budgets budgets, Clock clock) {
        this.plan = plan;
        this.budgets = budgets;
        this.clock = clock;
        this.ofKeys = plan.questionsPerMinute().map(limit -> new QuestionRate(limit, clock));
        this.ofAddresses = plan.questionsPerMinuteOfAddress().map(limit -> new QuestionRate(limit, clock));
    }

    /**
     * Takes one question from the budgets of the key and of the address that the subscriber's context names, see
     * {@link ClientAddress#NAME}; signals {@link BudgetExceeded} where there is none left.
     */
    public Mono<Void> admit(Caller caller) {
        return Mono.deferContextual(context -> {
            // The address first: one that asks too often must not use up what others with the same key may ask.
            context.<ClientAddress>getOrEmpty(ClientAddress.NAME)
                    .ifPresent(address -> take(ofAddresses, "address", address.value()));
            take(ofKeys, "key", caller.name());
            return reserve(caller, BudgetDay.of(clock.instant()), Spend.ONE_QUESTION);
        });
    }

    private static void take(Optional<QuestionRate> rate, String whose, String who) {
        rate.ifPresent(limited -> {
            Optional<Duration> wait = limited.take(who);
            if (wait.isPresent()) {
                throw BudgetExceeded.ofTheMinute(limited.perMinute(), whose, wait.get());
            }
        });
    }

    /** What a new run of the caller may spend on the model. */
    public Allowance allowance(Caller caller) {
        return new RunAllowance(plan, spend -> {
            BudgetDay day = BudgetDay.of(clock.instant());
            return reserve(caller, day, spend).thenReturn(used -> budgets.settle(caller, day, spend, used));
        });
    }

    private Mono<Void> reserve(Caller caller, BudgetDay day, Spend amount) {
        return budgets.reserve(caller, day, amount, plan.day())
                .flatMap(taken -> taken ? Mono.empty() : refuse(caller, day, amount));
    }

    private Mono<Void> refuse(Caller caller, BudgetDay day, Spend amount) {
        return budgets.spent(caller, day).flatMap(spent -> plan.day().refusal(spent, amount)
                .<Mono<Void>>map(limit -> Mono.error(BudgetExceeded.ofTheDay(caller, limit, day, clock.instant())))
                // Others have given something back since.
                .orElseGet(() -> reserve(caller, day, amount)));
    }

    @Override
    public Mono<Usage> of(Caller caller) {
        return Mono.defer(() -> {
            BudgetDay day = BudgetDay.of(clock.instant());
            return budgets.spent(caller, day).map(spent -> new Usage(caller, day, spent, plan));
        });
    }
}
