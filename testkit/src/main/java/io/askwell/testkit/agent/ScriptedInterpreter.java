package io.askwell.testkit.agent;

import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Interpreter;
import java.util.List;
import java.util.function.Supplier;

/** A grammar that makes the same of every question. */
public record ScriptedInterpreter(Supplier<Interpretation> script) implements Interpreter {

    public ScriptedInterpreter(Interpretation always) {
        this(() -> always);
    }

    /** One that has a mistake. */
    public static ScriptedInterpreter breaking(RuntimeException mistake) {
        return new ScriptedInterpreter(() -> {
            throw mistake;
        });
    }

    /** One that reads every question as this SQL. */
    public static ScriptedInterpreter understanding(String sql, String reading, Interpretation.Wording wording) {
        return new ScriptedInterpreter(new Interpretation.Understood(sql, reading, wording));
    }

    public static ScriptedInterpreter declining(String message) {
        return new ScriptedInterpreter(new Interpretation.Declined(message));
    }

    @Override
    public Interpretation interpret(Question question, List<Turn> turns, Grounding grounding) {
        return script.get();
    }

    /** The whole question, as structure. */
    @Override
    public List<DryRun.Words> words(Question question, Grounding grounding) {
        return List.of(new DryRun.Words(question.text(),
                List.of(new DryRun.Sense(DryRun.Kind.STRUCTURE, "scripted"))));
    }
}
