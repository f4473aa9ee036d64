package io.askwell.application.agent;

import io.askwell.application.access.BudgetService;
import io.askwell.domain.access.Caller;
import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.port.in.TryQuestion;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Grounds a question as a run does, has the grammar read it, and stops there. */
public final class DryRunService implements TryQuestion {
    private final ReadOnlyQueries queries;
    private final SchemaCatalog catalog;
    private final Interpreter interpreter;
    private final BudgetService budgets;
    private final Clock clock;

    public DryRunService(ReadOnlyQueries queries, SchemaCatalog catalog, Interpreter interpreter, BudgetService budgets,
            Clock clock) {
        this.queries = queries;
        this.catalog = catalog;
        this.interpreter = interpreter;
        this.budgets = budgets;
        this.clock = clock;
    }

    @Override
    public Mono<DryRun> dryRun(Caller caller, Question question) {
        return queries.ready().then(budgets.admit(caller)).then(Mono.defer(() -> ground(question)))
                // An entangled question takes some milliseconds, which the database's connections shall not wait for.
                .publishOn(Schedulers.parallel()).map(grounding -> read(question, grounding));
    }

    /** The values first: to look for them shows whether the schema is still true. */
    private Mono<Grounding> ground(Question question) {
        return catalog.valuesNamedIn(question).zipWhen(values -> catalog.schema(),
                (values, schema) -> new Grounding(schema, values, LocalDate.now(clock)));
    }

    private DryRun read(Question question, Grounding grounding) {
        return new DryRun(question, interpreter.words(question, grounding),
                interpreter.interpret(question, List.of(), grounding));
    }
}
