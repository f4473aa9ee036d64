package io.askwell.llm.agent;

import io.askwell.domain.agent.AgentEvent.SqlDrafted;
import io.askwell.domain.agent.AgentEvent.Thought;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.Verdict;
import io.askwell.domain.agent.port.out.Interpreter;

/** The grammar reads the question: as the first, as the only one, or in place of a model that failed. */
final class Interpret implements Node {
    private final Interpreter interpreter;
    private final boolean hasModel;

    Interpret(Interpreter interpreter, boolean hasModel) {
        this.interpreter = interpreter;
        this.hasModel = hasModel;
    }

    @Override
    public Next perform(Run run) {
        return switch (interpreter.interpret(run.task().question(), run.task().turns(), run.grounding())) {
            case Understood(var sql, var reading, var wording) -> {
                run.emit(new Thought(reading));
                run.emit(new SqlDrafted(sql, Origin.GRAMMAR));
                run.draft(new Query.ByGrammar(sql, reading, wording));
                yield new Next.To(Step.EXECUTE);
            }
            case Declined(var message) -> handOver(run, new Finding.Remark(new Verdict.Declined(), message));
            case Ambiguous(var message, var readings) ->
                handOver(run, new Finding.Remark(new Verdict.Clarify(readings), message));
        };
    }

    /** The grammar cannot answer: the model may, unless its part is over. */
    private Next handOver(Run run, Finding.Remark remark) {
        if (run.lastResort().isPresent()) {
            return run.lastResort().get().end(run, remark);
        }
        if (hasModel && run.task().mode() == Mode.GRAMMAR_FIRST) {
            return new Next.To(Step.DRAFT);
        }
        run.find(remark);
        return new Next.To(Step.ANSWER);
    }
}
