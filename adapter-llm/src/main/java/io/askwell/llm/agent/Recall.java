package io.askwell.llm.agent;

import io.askwell.domain.agent.AgentTask;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is known before the question is read: the schema, the values that the conversation names, the date. */
final class Recall implements Node {
    private final SchemaCatalog catalog;
    private final Clock clock;
    private final boolean hasModel;

    Recall(SchemaCatalog catalog, Clock clock, boolean hasModel) {
        this.catalog = catalog;
        this.clock = clock;
        this.hasModel = hasModel;
    }

    @Override
    public Next perform(Run run) {
        // The values first: to look for them shows whether the schema is still true.
        run.ground(run.await(catalog.valuesNamedIn(asked(run.task())).zipWhen(values -> catalog.schema(),
                (values, schema) -> new Grounding(schema, values, LocalDate.now(clock)))));
        boolean modelBegins = hasModel && run.task().mode() == Mode.MODEL;
        return new Next.To(modelBegins ? Step.DRAFT : Step.INTERPRET);
    }

    /** The question and those before it, the latest first: where there are too many words, the oldest are not looked for. */
    private static Question asked(AgentTask task) {
        return new Question(Stream.concat(Stream.of(task.question()),
                task.turns().reversed().stream().map(Turn::question)).map(Question::text)
                .collect(Collectors.joining("\n")));
    }
}
