package io.askwell.llm.agent;

import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.Verdict;
import java.util.List;

/** Where a run goes after a step. */
sealed interface Next {

    /** On to another step. */
    record To(Step step) implements Next {}

    /**
     * It ends well.
     *
     * @param unsupportedNumbers numbers of the answer that nothing which was read supports
     */
    record Complete(Verdict verdict, String answer, List<String> unsupportedNumbers) implements Next {}

    /** It ends without an answer; the message is for the person who asked. */
    record Fail(Fault fault, String message) implements Next {}
}
