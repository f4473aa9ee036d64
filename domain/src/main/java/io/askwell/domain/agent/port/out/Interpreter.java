package io.askwell.domain.agent.port.out;

import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Question;

/** The grammar: reads questions without a model. Pure: the same question on the same ground gives the same reading. */
public interface Interpreter {
    Interpretation interpret(Question question, Grounding grounding);
}
