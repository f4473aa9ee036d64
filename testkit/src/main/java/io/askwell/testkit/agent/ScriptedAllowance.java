package io.askwell.testkit.agent;

import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.port.out.Allowance;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Allows some calls of the model, and remembers what was reserved and settled. */
public final class ScriptedAllowance implements Allowance {
    private final int calls;
    private final List<TokenUsage> reserved = new CopyOnWriteArrayList<>();
    private final List<TokenUsage> settled = new CopyOnWriteArrayList<>();

    /** Allows everything. */
    public ScriptedAllowance() {
        this(Integer.MAX_VALUE);
    }

    /** @param calls that it allows; it refuses every one after them */
    public ScriptedAllowance(int calls) {
        this.calls = calls;
    }

    @Override
    public Mono<Reservation> reserve(TokenUsage atMost) {
        return Mono.defer(() -> {
            if (reserved.size() >= calls) {
                return Mono.error(BudgetExceeded.ofTheRun("100 tokens"));
            }
            reserved.add(atMost);
            return Mono.just(used -> Mono.fromRunnable(() -> settled.add(used)));
        });
    }

    /** What was allowed, in order. */
    public List<TokenUsage> reserved() {
        return List.copyOf(reserved);
    }

    /** What reservations were settled with, in order. */
    public List<TokenUsage> settled() {
        return List.copyOf(settled);
    }
}
