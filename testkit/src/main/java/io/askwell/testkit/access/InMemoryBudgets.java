package io.askwell.testkit.access;

import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetDay;
import io.askwell.domain.access.Caller;
import io.askwell.domain.access.Spend;
import io.askwell.domain.access.port.out.Budgets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** Budgets in memory. */
public final class InMemoryBudgets implements Budgets {
    private final Map<Account, Spend> accounts = new ConcurrentHashMap<>();

    private record Account(Caller caller, BudgetDay day) {}

    @Override
    public Mono<Boolean> reserve(Caller caller, BudgetDay day, Spend amount, Budget limits) {
        return Mono.fromSupplier(() -> {
            var taken = new AtomicBoolean();
            accounts.merge(new Account(caller, day), Spend.NOTHING, (spent, nothing) -> spent);
            accounts.computeIfPresent(new Account(caller, day), (account, spent) -> {
                taken.set(limits.allows(spent, amount));
                return taken.get() ? spent.plus(amount) : spent;
            });
            return taken.get();
        });
    }

    @Override
    public Mono<Void> settle(Caller caller, BudgetDay day, Spend reserved, Spend spent) {
        return Mono.fromRunnable(() -> accounts.computeIfPresent(new Account(caller, day),
                (account, before) -> before.plus(spent).minus(reserved)));
    }

    @Override
    public Mono<Spend> spent(Caller caller, BudgetDay day) {
        return Mono.fromSupplier(() -> accounts.getOrDefault(new Account(caller, day), Spend.NOTHING));
    }
}
