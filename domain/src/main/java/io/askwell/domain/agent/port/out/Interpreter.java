package io.askwell.domain.agent.port.out;

import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Turn;
import java.util.List;

/**
 * The grammar: reads questions without a model. Pure: the same question after the same turns on the same ground gives the
 * same reading.
 */
public interface Interpreter {

    /** @param turns of the conversation, oldest first; what the question leaves out is taken from there */
    Interpretation interpret(Question question, List<Turn> turns, Grounding grounding);

    /** What each stretch of a question can mean by itself, whether or not the whole can be read; as in {@link DryRun}. */
    List<DryRun.Words> words(Question question, Grounding grounding);
}
