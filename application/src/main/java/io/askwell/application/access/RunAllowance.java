package io.askwell.application.access;

import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Spend;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.port.out.Allowance;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Allows a run what is left of its own budget, and of its caller's day. */
final class RunAllowance implements Allowance {
    private final BudgetPlan plan;
    private final Function<Spend, Mono<Settlement>> day;
    private volatile Spend spent = Spend.NOTHING;

    /** Gives back to the day what was not needed. */
    @FunctionalInterface
    interface Settlement {
        Mono<Void> settle(Spend used);
    }

    /** @param day reserves for the caller, or signals {@link BudgetExceeded} */
    RunAllowance(BudgetPlan plan, Function<Spend, Mono<Settlement>> day) {
        this.plan = plan;
        this.day = day;
    }

    @Override
    public Mono<Reservation> reserve(TokenUsage atMost) {
        return Mono.defer(() -> {
            Spend reserved = price(atMost);
            Optional<String> passed = plan.run().refusal(spent, reserved);
            if (passed.isPresent()) {
                return Mono.error(BudgetExceeded.ofTheRun(passed.get()));
            }
            return day.apply(reserved).map(settlement -> {
                change(Spend.NOTHING, reserved);
                return used -> settle(settlement, reserved, price(used));
            });
        });
    }

    private Mono<Void> settle(Settlement settlement, Spend reserved, Spend used) {
        return Mono.defer(() -> {
            change(reserved, used);
            return settlement.settle(used);
        });
    }

    private synchronized void change(Spend less, Spend more) {
        spent = spent.minus(less).plus(more);
    }

    private Spend price(TokenUsage usage) {
        return Spend.onModel(usage.totalTokens(), plan.prices().of(usage.promptTokens(), usage.completionTokens()));
    }
}
