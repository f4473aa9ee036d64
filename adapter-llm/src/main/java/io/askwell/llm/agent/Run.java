package io.askwell.llm.agent;

import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.StepFinished;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.StepTiming;
import io.askwell.domain.agent.TokenUsage;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.Allowance.Reservation;
import io.askwell.domain.failure.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** One task on its way through the graph: what is known so far. Belongs to one thread. */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Failed INTERNAL_ERROR = new Failed(Fault.INTERNAL_ERROR, "Something went wrong on our side.");
    private final AgentTask task;
    private final Allowance allowance;
    private final EventChannel events;
    private final List<StepTiming> steps = new ArrayList<>();
    private final List<Mishap> mishaps = new ArrayList<>();
    private TokenUsage usage = TokenUsage.NONE;
    private @Nullable Grounding grounding;
    private @Nullable Query query;
    private @Nullable Finding finding;
    private @Nullable LastResort lastResort;
    private @Nullable AgentEvent last;

    Run(AgentTask task, Allowance allowance, EventChannel events) {
        this.task = task;
        this.allowance = allowance;
        this.events = events;
    }

    /**
     * Performs a step, with its events around it.
     *
     * @return the next step, or empty if the run is over
     */
    Optional<Step> perform(Step step, Node node) {
        try {
            events.emit(new StepStarted(step));
            long started = System.nanoTime();
            Next next = outcomeOf(node);
            var timing = new StepTiming(step, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
            steps.add(timing);
            events.emit(new StepFinished(timing));
            return follow(next);
        } catch (RunCancelled cancelled) {
            return Optional.empty();
        }
    }

    private Next outcomeOf(Node node) {
        try {
            return node.perform(this);
        } catch (RunCancelled cancelled) {
            throw cancelled;
        } catch (Unavailable unavailable) {
            return new Next.Fail(Fault.DATABASE_UNAVAILABLE, unavailable.reason());
        } catch (RuntimeException | StackOverflowError e) {
            if (events.isCancelled()) {
                throw new RunCancelled();
            }
            LOG.error("A step of the agent broke", e);
            return new Next.Fail(INTERNAL_ERROR.fault(), INTERNAL_ERROR.message());
        }
    }

    private Optional<Step> follow(Next next) {
        switch (next) {
            case Next.To(var step) -> {
                return Optional.of(step);
            }
            case Next.Complete(var verdict, var answer, var unsupported) ->
                last = new Completed(verdict, answer, usage, steps, unsupported);
            case Next.Fail(var fault, var message) -> last = new Failed(fault, message);
        }
        return Optional.empty();
    }

    /**
     * The event that ends the run.
     *
     * @throws RunCancelled if nobody listens any more
     */
    AgentEvent last() {
        if (events.isCancelled()) {
            throw new RunCancelled();
        }
        if (last == null) {
            LOG.error("The agent's graph ended before the run did");
            return INTERNAL_ERROR;
        }
        return last;
    }

    AgentTask task() {
        return task;
    }

    void emit(AgentEvent event) {
        events.emit(event);
    }

    <T> T await(Mono<T> mono) {
        return events.await(mono);
    }

    /** @throws BudgetExceeded if less is left */
    Reservation reserve(TokenUsage atMost) {
        return events.await(allowance.reserve(atMost));
    }

    /** Where that fails the reservation stays, which is no reason to keep the answer back. */
    void settle(Reservation reservation, TokenUsage used) {
        try {
            events.await(reservation.settle(used).thenReturn(true));
        } catch (Unavailable unavailable) {
            LOG.warn("What a call of the model took could not be settled: {}", unavailable.reason());
        }
    }

    void charge(TokenUsage tokens) {
        usage = usage.plus(tokens);
    }

    void ground(Grounding found) {
        grounding = found;
    }

    Grounding grounding() {
        return Objects.requireNonNull(grounding, "recall comes first");
    }

    void draft(Query drafted) {
        query = drafted;
    }

    Query query() {
        return Objects.requireNonNull(query, "a draft comes before its execution");
    }

    void find(Finding found) {
        finding = found;
    }

    Finding finding() {
        return Objects.requireNonNull(finding, "there is an answer only to what was found");
    }

    void regret(Mishap mishap) {
        mishaps.add(mishap);
    }

    List<Mishap> mishaps() {
        return List.copyOf(mishaps);
    }

    /** The model cannot go on: the grammar takes over. */
    Next standIn(ModelUnavailable unavailable) {
        LOG.warn("The model is unavailable, the grammar stands in: {}: {}", unavailable.fault(),
                unavailable.getMessage());
        return standIn(LastResort.modelUnavailable(unavailable.fault()));
    }

    /** The model may cost nothing more: the grammar, which is free, takes over. */
    Next standIn(BudgetExceeded exceeded) {
        LOG.info("The budget does not allow the model, the grammar stands in: {}", exceeded.reason());
        return standIn(LastResort.budgetExceeded(exceeded));
    }

    /** The model is not asked again in this run: the grammar takes over. */
    Next standIn(LastResort ifNotUnderstood) {
        lastResort = ifNotUnderstood;
        return new Next.To(Step.INTERPRET);
    }

    /** What is left if the grammar does not understand; empty while the model may still be asked. */
    Optional<LastResort> lastResort() {
        return Optional.ofNullable(lastResort);
    }
}
