package io.askwell.llm.agent;

import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.Verdict;
import io.askwell.llm.agent.Finding.Remark;

/** How a run ends in which the model could not go on and the grammar, which then stands in, does not understand either. */
@FunctionalInterface
interface LastResort {
    /** The model set out to change something. */
    LastResort ONLY_READS = (run, remark) -> {
        run.find(new Remark(new Verdict.Declined(),
                "Askwell only reads the database: it changes nothing, and no such statement was run."));
        return new Next.To(Step.ANSWER);
    };

    /** @param remark why the grammar does not understand */
    Next end(Run run, Remark remark);

    static LastResort budgetExceeded(BudgetExceeded exceeded) {
        return (run, remark) -> new Next.Fail(Fault.BUDGET_EXCEEDED, exceeded.reason());
    }

    static LastResort modelUnavailable(ModelFault fault) {
        return (run, remark) -> new Next.Fail(Fault.MODEL_UNAVAILABLE,
                "The model is not available right now (%s), and the grammar does not understand the question: %s"
                        .formatted(fault.inWords(), remark.text()));
    }
}
