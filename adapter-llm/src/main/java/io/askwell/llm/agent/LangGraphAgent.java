package io.askwell.llm.agent;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.port.out.Agent;
import io.askwell.domain.agent.port.out.Allowance;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Flux;

/** Works each task through the graph, on a virtual thread of its own. */
final class LangGraphAgent implements Agent {
    private final AgentGraph graph;
    private final boolean hasModel;

    private LangGraphAgent(AgentGraph graph, boolean hasModel) {
        this.graph = graph;
        this.hasModel = hasModel;
    }

    static LangGraphAgent create(SchemaCatalog catalog, ReadOnlyQueries queries, Interpreter interpreter, Clock clock,
            ModelSettings settings) {
        Optional<MeteredModel> model = settings.hasModel()
                ? Optional.of(new MeteredModel(ModelClient.connect(settings, clock)))
                : Optional.empty();
        var prompts = new Prompts(settings.maxRowBytes());
        var draft = new Draft(model, prompts, settings);
        var nodes = new AgentGraph.Nodes(new Recall(catalog, clock, model.isPresent()),
                new Interpret(interpreter, model.isPresent()), draft, new Execute(queries, settings.maxRepairs()),
                new Answer(model, prompts, settings));
        return new LangGraphAgent(AgentGraph.of(nodes, settings.maxRepairs()), model.isPresent());
    }

    @Override
    public boolean hasModel() {
        return hasModel;
    }

    @Override
    public Flux<AgentEvent> answer(AgentTask task, Allowance allowance) {
        return EventChannel.open(events -> graph.work(new Run(task, allowance, events)));
    }
}
