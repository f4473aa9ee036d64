package io.askwell.testkit.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An event log in memory, which several servers of one test may share. */
public final class InMemoryRuns implements Runs {
    private final Map<RunId, Kept> runs = new LinkedHashMap<>();

    private static final class Kept {
        private Run run;
        private String leader;
        private long leasedUntil;
        private boolean cancelWanted;
        private final List<RunEvent> events = new ArrayList<>();

        private Kept(Run run, String leader) {
            this.run = run;
            this.leader = leader;
        }

        private void lease(Duration lease) {
            leasedUntil = System.nanoTime() + lease.toNanos();
        }

        private boolean goesOn() {
            return run.state() == RunState.RUNNING;
        }
    }

    private Kept kept(RunId id) {
        return Objects.requireNonNull(runs.get(id), "the run was opened");
    }

    private synchronized <T extends @Nullable Object> T locked(Supplier<T> work) {
        return work.get();
    }

    @Override
    public Mono<Void> open(Run run, String leader, Duration lease) {
        return Mono.fromRunnable(() -> locked(() -> {
            var kept = new Kept(run, leader);
            kept.lease(lease);
            return runs.put(run.id(), kept);
        }));
    }

    @Override
    public Mono<Void> append(List<RunEvent> events, Instant now) {
        return Mono.fromRunnable(() -> locked(() -> {
            Kept kept = kept(events.getLast().runId());
            kept.events.addAll(events);
            boolean current = events.getLast().id().attempt() == kept.run.attempt();
            if (current && kept.goesOn()) {
                kept.run = kept.run.after(events.getLast().event(), now);
            }
            return kept;
        }));
    }

    @Override
    public Mono<Run> find(RunId id) {
        return Mono.defer(() -> Mono.justOrEmpty(locked(() -> Optional.ofNullable(runs.get(id)).map(it -> it.run))));
    }

    @Override
    public Flux<Run> latest(String owner, int limit) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> runs.values().stream().map(kept -> kept.run)
                .filter(run -> run.owner().name().equals(owner))
                .sorted(Comparator.comparing(Run::askedAt).reversed()).limit(limit).toList())));
    }

    @Override
    public Flux<Turn> turns(Caller owner, ConversationId conversation, Instant before, int limit) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> runs.values().stream()
                .filter(kept -> kept.run.owner().equals(owner) && kept.run.askedAt().isBefore(before)
                        && kept.run.conversation().filter(conversation::equals).isPresent()
                        && kept.run.state() == RunState.COMPLETED)
                .sorted(Comparator.<Kept, Instant>comparing(kept -> kept.run.askedAt()).reversed()).limit(limit)
                .map(kept -> Turn.of(kept.run.question(), (Completed) kept.events.getLast().event())).toList()
                .reversed())));
    }

    @Override
    public Flux<RunEvent> events(RunId id, EventId after) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> kept(id).events.stream()
                .filter(event -> event.id().attempt() == kept(id).run.attempt() && event.id().isAfter(after))
                .toList())));
    }

    @Override
    public Mono<Void> requestCancellation(RunId id) {
        return Mono.fromRunnable(() -> locked(() -> kept(id).cancelWanted = true));
    }

    @Override
    public Flux<RunId> renew(String leader, Duration lease) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> {
            List<Kept> led = runs.values().stream().filter(kept -> kept.goesOn() && kept.leader.equals(leader))
                    .toList();
            led.forEach(kept -> kept.lease(lease));
            return led.stream().filter(kept -> kept.cancelWanted).map(kept -> kept.run.id()).toList();
        })));
    }

    @Override
    public Mono<Void> release(String leader) {
        return Mono.fromRunnable(() -> locked(() -> {
            runs.values().stream().filter(kept -> kept.leader.equals(leader)).forEach(
                    kept -> kept.lease(Duration.ofMillis(-1)));
            return runs;
        }));
    }

    @Override
    public Flux<Run> takeOver(String leader, Duration lease, int limit) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> {
            List<Kept> left = runs.values().stream()
                    .filter(kept -> kept.goesOn() && kept.leasedUntil < System.nanoTime()).limit(limit).toList();
            left.forEach(kept -> {
                kept.run = again(kept.run);
                kept.leader = leader;
                kept.lease(lease);
            });
            return left.stream().map(kept -> kept.run).toList();
        })));
    }

    private static Run again(Run run) {
        return new Run(run.id(), run.owner(), run.question(), run.conversation(), run.mode(), run.detached(),
                run.attempt() + 1,
                run.state(), run.askedAt(), run.endedAt());
    }
}
