package io.askwell.testkit.agent;

import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Interpreter;
import java.util.List;

/** A grammar that makes the same of every question. */
public record ScriptedInterpreter(Interpretation always) implements Interpreter {

    /** One that reads every question as this SQL. */
    public static ScriptedInterpreter understanding(String sql, String reading, Interpretation.Wording wording) {
        return new ScriptedInterpreter(new Interpretation.Understood(sql, reading, wording));
    }

    public static ScriptedInterpreter declining(String message) {
        return new ScriptedInterpreter(new Interpretation.Declined(message));
    }

    @Override
    public Interpretation interpret(Question question, List<Turn> turns, Grounding grounding) {
        return always;
    }

    /** The whole question, as structure. */
    @Override
    public List<DryRun.Words> words(Question question, Grounding grounding) {
        return List.of(new DryRun.Words(question.text(),
                List.of(new DryRun.Sense(DryRun.Kind.STRUCTURE, "scripted"))));
    }
}
