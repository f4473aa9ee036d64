package io.askwell.testkit.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.ConversationId;
import io.askwell.domain.agent.EventBatch;
import io.askwell.domain.agent.EventId;
import io.askwell.domain.agent.Run;
import io.askwell.domain.agent.RunEvent;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunPage;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.agent.RunQuery.Place;
import io.askwell.domain.agent.RunState;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An event log in memory, which several servers of one test may share. */
public final class InMemoryRuns implements Runs {
    private static final Comparator<Place> LATEST_FIRST = Comparator.comparing(Place::askedAt)
            .thenComparing(place -> place.id().value()).reversed();
    private final Map<RunId, Kept> runs = new LinkedHashMap<>();

    private volatile Function<EventBatch, Optional<RuntimeException>> fault = batch -> Optional.empty();
    private final AtomicInteger appends = new AtomicInteger();

    private static final class Kept {
        private Run run;
        private String leader;
        private long leasedUntil;
        private boolean cancelWanted;
        /** Each event once, in order. */
        private final NavigableMap<EventId, RunEvent> events = new TreeMap<>(
                Comparator.comparingInt(EventId::attempt).thenComparingLong(EventId::sequence));

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

    /** From now on the log fails to add what the fault is given for. */
    public void failing(Function<EventBatch, Optional<RuntimeException>> batchFault) {
        fault = batchFault;
    }

    /** How often something was added. */
    public int appends() {
        return appends.get();
    }

    @Override
    public Mono<Void> append(List<EventBatch> batches) {
        return Mono.fromRunnable(() -> locked(() -> {
            batches.stream().flatMap(batch -> fault.apply(batch).stream()).findFirst().ifPresent(error -> {
                throw error;
            });
            appends.incrementAndGet();
            batches.stream().filter(batch -> runs.containsKey(batch.runId())).forEach(this::append);
            return runs;
        }));
    }

    private void append(EventBatch batch) {
        Kept kept = kept(batch.runId());
        batch.events().forEach(event -> kept.events.put(event.id(), event));
        if (batch.first().attempt() == kept.run.attempt() && kept.goesOn()) {
            kept.run = kept.run.after(batch.events().getLast().event(), batch.at());
        }
    }

    @Override
    public Mono<Run> find(RunId id) {
        return Mono.defer(() -> Mono.justOrEmpty(locked(() -> Optional.ofNullable(runs.get(id)).map(it -> it.run))));
    }

    @Override
    public Mono<RunPage> list(String owner, RunQuery query) {
        return Mono.fromSupplier(() -> locked(() -> RunPage.of(runs.values().stream().map(kept -> kept.run)
                .filter(run -> run.owner().name().equals(owner)).filter(query.filter()::admits)
                .sorted((one, other) -> LATEST_FIRST.compare(place(one), place(other)))
                .filter(run -> query.after().filter(after -> LATEST_FIRST.compare(after, place(run)) >= 0).isEmpty())
                .limit(query.limit() + 1L).toList(), query)));
    }

    private static Place place(Run run) {
        return new Place(run.askedAt(), run.id());
    }

    @Override
    public Flux<Turn> turns(Caller owner, ConversationId conversation, Instant before, int limit) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> runs.values().stream()
                .filter(kept -> kept.run.owner().equals(owner) && kept.run.askedAt().isBefore(before)
                        && kept.run.conversation().filter(conversation::equals).isPresent()
                        && kept.run.state() == RunState.COMPLETED)
                .sorted(Comparator.<Kept, Instant>comparing(kept -> kept.run.askedAt()).reversed()).limit(limit)
                .map(kept -> Turn.of(kept.run.question(), (Completed) kept.events.lastEntry().getValue().event()))
                .toList()
                .reversed())));
    }

    @Override
    public Flux<RunEvent> events(RunId id, EventId after) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> kept(id).events.values().stream()
                .filter(event -> event.id().attempt() == kept(id).run.attempt() && event.id().isAfter(after))
                .toList())));
    }

    @Override
    public Mono<Void> requestCancellation(RunId id) {
        return Mono.fromRunnable(() -> locked(() -> kept(id).cancelWanted = true));
    }

    @Override
    public Flux<RunId> renew(String leader, Collection<RunId> ids, Duration lease) {
        return Flux.defer(() -> Flux.fromIterable(locked(() -> {
            List<Kept> led = ids.stream().map(runs::get).filter(Objects::nonNull)
                    .filter(kept -> kept.goesOn() && kept.leader.equals(leader)).toList();
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

    @Override
    public Mono<Integer> removeEnded(Instant before, int limit) {
        return Mono.fromSupplier(() -> locked(() -> {
            List<RunId> old = runs.values().stream().map(kept -> kept.run)
                    .filter(run -> run.endedAt().filter(end -> end.isBefore(before)).isPresent()).map(Run::id)
                    .limit(limit).toList();
            runs.keySet().removeAll(old);
            return old.size();
        }));
    }

    private static Run again(Run run) {
        return new Run(run.id(), run.owner(), run.question(), run.conversation(), run.mode(), run.detached(),
                run.attempt() + 1,
                run.state(), run.askedAt(), run.endedAt());
    }
}
