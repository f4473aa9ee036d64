package io.askwell.llm.agent;

import static io.askwell.testkit.Patience.FOREVER;
import static io.askwell.testkit.Patience.PATIENCE;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentEvent.AnswerChunk;
import io.askwell.domain.agent.AgentEvent.Completed;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.AgentEvent.StepStarted;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import io.askwell.testkit.agent.SampleSchema;
import io.askwell.testkit.agent.ScriptedAllowance;
import io.askwell.testkit.agent.ScriptedInterpreter;
import io.askwell.testkit.agent.ScriptedQueries;
import io.askwell.testkit.model.ScriptedModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;

/** An agent with a scripted model, database and grammar. Change the fields before the first question. */
final class Bench implements AutoCloseable {
    static final String COUNT = "SELECT count(*) FROM public.orders";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    final ScriptedModel model = ScriptedModel.start();
    ScriptedQueries queries = ScriptedQueries.oneRow("count", 3L);
    Interpreter grammar = ScriptedInterpreter.declining("I do not know the word 'frobnicate'.");
    SchemaCatalog catalog = SampleSchema.catalog();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Instant deadline = NOW.plusSeconds(60);
    Allowance allowance = new ScriptedAllowance();
    ModelSettings settings = settings(model.baseUrl());

    static ModelSettings settings(String baseUrl) {
        return settings(baseUrl, FOREVER, FOREVER);
    }

    static ModelSettings settings(String baseUrl, Duration firstTokenTimeout, Duration tokenTimeout) {
        return new ModelSettings(baseUrl, "secret", "llama-3.3", 0, PATIENCE, firstTokenTimeout,
                tokenTimeout, 2, 500, 400, 24_000);
    }

    static Interpreter understanding() {
        return ScriptedInterpreter.understanding("SELECT count(*) AS n FROM public.orders", "Counted the orders.",
                rows -> "There are %s orders.".formatted(rows.values().getFirst().getFirst()));
    }

    Agent agent() {
        return LangGraphAgent.create(catalog, queries, grammar, clock, settings);
    }

    Flux<AgentEvent> events(Mode mode) {
        return agent().answer(task(mode), allowance);
    }

    AgentTask task(Mode mode) {
        return new AgentTask(Question.parse("How many orders has Alice Wonderland made?"), mode, deadline);
    }

    List<AgentEvent> ask() {
        return ask(Mode.MODEL);
    }

    List<AgentEvent> ask(Mode mode) {
        return events(mode).collectList().block(PATIENCE);
    }

    static Completed completed(List<AgentEvent> events) {
        return (Completed) events.getLast();
    }

    static Failed failed(List<AgentEvent> events) {
        return (Failed) events.getLast();
    }

    static String chunks(List<AgentEvent> events) {
        return of(AnswerChunk.class, events).stream().map(AnswerChunk::text).collect(Collectors.joining());
    }

    static <T extends AgentEvent> List<T> of(Class<T> type, List<AgentEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static List<Step> steps(List<AgentEvent> events) {
        return of(StepStarted.class, events).stream().map(StepStarted::step).toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
