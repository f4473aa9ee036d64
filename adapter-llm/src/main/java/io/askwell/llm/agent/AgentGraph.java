package io.askwell.llm.agent;

import static io.askwell.domain.agent.Step.ANSWER;
import static io.askwell.domain.agent.Step.DRAFT;
import static io.askwell.domain.agent.Step.EXECUTE;
import static io.askwell.domain.agent.Step.INTERPRET;
import static io.askwell.domain.agent.Step.RECALL;
import static io.askwell.domain.agent.Step.REPAIR;
import static java.util.stream.Collectors.toMap;
import static org.bsc.langgraph4j.action.AsyncEdgeAction.edge_async;
import static org.bsc.langgraph4j.action.AsyncNodeActionWithConfig.node_async;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.Step;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.CompiledGraph;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps and the ways between them; a way that is not drawn here cannot be gone.
 *
 * <p>LangGraph4j serialises its state at every step. So the state holds only the name of the next step, and the
 * {@link Run} travels in the configuration of the call: nothing of one question is left for the next.
 */
final class AgentGraph {
    private static final Logger LOG = LoggerFactory.getLogger(AgentGraph.class);
    private static final String NEXT = "next";
    private static final String RUN = "run";
    private final CompiledGraph<AgentState> graph;

    private AgentGraph(CompiledGraph<AgentState> graph) {
        this.graph = graph;
    }

    /** What each step does; to repair is to draft again, knowing what went wrong. */
    record Nodes(Node recall, Node interpret, Node draft, Node execute, Node answer) {}

    static AgentGraph of(Nodes nodes, int maxRepairs) {
        // The longest way repairs as often as it may and then goes round once more by the grammar.
        int longestWay = 2 * (Step.values().length + maxRepairs) + 2;
        try {
            return new AgentGraph(draw(nodes).compile(CompileConfig.builder().recursionLimit(longestWay).build()));
        } catch (GraphStateException e) {
            throw new IllegalStateException("the graph is not drawn well", e);
        }
    }

    private static StateGraph<AgentState> draw(Nodes nodes) throws GraphStateException {
        var graph = new StateGraph<AgentState>(AgentState::new);
        graph.addEdge(StateGraph.START, RECALL.label());
        add(graph, RECALL, nodes.recall(), INTERPRET, DRAFT);
        add(graph, INTERPRET, nodes.interpret(), DRAFT, EXECUTE, ANSWER);
        add(graph, DRAFT, nodes.draft(), INTERPRET, EXECUTE, REPAIR, ANSWER);
        add(graph, EXECUTE, nodes.execute(), REPAIR, INTERPRET, ANSWER);
        add(graph, REPAIR, nodes.draft(), INTERPRET, EXECUTE, REPAIR, ANSWER);
        add(graph, ANSWER, nodes.answer(), INTERPRET);
        return graph;
    }

    /** Adds a step and its ways out; from every step a run may also end. */
    private static void add(StateGraph<AgentState> graph, Step step, Node node, Step... next)
            throws GraphStateException {
        Map<String, String> ways = Stream.concat(Arrays.stream(next).map(Step::label), Stream.of(StateGraph.END))
                .collect(toMap(label -> label, label -> label));
        graph.addNode(step.label(), node_async((state, config) -> Map.of(NEXT,
                run(config).perform(step, node).map(Step::label).orElse(StateGraph.END))));
        graph.addConditionalEdges(step.label(), edge_async(state -> state.<String>value(NEXT).orElseThrow()), ways);
    }

    private static Run run(RunnableConfig config) {
        return (Run) config.metadata(RUN).orElseThrow();
    }

    /**
     * Works a run to its end, on the calling thread.
     *
     * @return the event that ends it
     * @throws RunCancelled if nobody listens any more
     */
    AgentEvent work(Run run) {
        try {
            graph.invoke(Map.of(), RunnableConfig.builder().addMetadata(RUN, run).build());
        } catch (RuntimeException e) {
            LOG.error("The agent's graph broke", e);
        }
        return run.last();
    }
}
