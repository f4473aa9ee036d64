package io.askwell.llm.agent;

import io.askwell.domain.agent.AgentEvent.RowsRead;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.QueryOutcome.Read;
import io.askwell.domain.agent.QueryOutcome.Refused;
import io.askwell.domain.agent.QueryOutcome.Rejected;
import io.askwell.domain.agent.Step;
import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.llm.agent.Mishap.FailedQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the drafted SQL behind the query gate. */
final class Execute implements Node {
    private static final Logger LOG = LoggerFactory.getLogger(Execute.class);
    private static final String QUERY_CANCELED = "57014";
    private final ReadOnlyQueries queries;
    private final int maxRepairs;

    Execute(ReadOnlyQueries queries, int maxRepairs) {
        this.queries = queries;
        this.maxRepairs = maxRepairs;
    }

    @Override
    public Next perform(Run run) {
        Query query = run.query();
        if (hasFailedBefore(run, query)) {
            LOG.info("The model drafted SQL again that had failed already");
            return giveUp();
        }
        return switch (run.await(queries.run(query.sql()))) {
            case Read(var sql, var rows) -> {
                run.emit(new RowsRead(rows));
                run.find(new Finding.Found(query, sql, rows));
                yield new Next.To(Step.ANSWER);
            }
            case Refused(var state, var reason, var _) -> {
                LOG.info("The query gate refused SQL: {} {}", state, reason);
                yield mend(run, query, state + ": " + reason);
            }
            case Rejected(var state, var reason, var mendable) -> {
                LOG.info("The database rejected SQL: {} {}", state, reason);
                yield mendable ? mend(run, query, state + ": " + reason) : abandon(state);
            }
        };
    }

    private Next mend(Run run, Query query, String reason) {
        if (query instanceof Query.ByGrammar) {
            return giveUp();
        }
        run.regret(new FailedQuery(query.sql(), reason));
        return run.mishaps().size() > maxRepairs ? giveUp() : new Next.To(Step.REPAIR);
    }

    private static boolean hasFailedBefore(Run run, Query query) {
        return run.mishaps().stream().anyMatch(
                mishap -> mishap instanceof FailedQuery(var sql, var reason)
                        && canonical(sql).equals(canonical(query.sql())));
    }

    /** The SQL apart from what an idle rewrite changes: white space and a closing semicolon. */
    private static String canonical(String sql) {
        return sql.strip().replaceAll("[\\s;]+$", "").replaceAll("\\s+", " ");
    }

    private static Next giveUp() {
        return new Next.Fail(Fault.QUERY_FAILED,
                "No query could be made for this question that the database accepts. Other words may help.");
    }

    private static Next abandon(String sqlState) {
        return new Next.Fail(Fault.QUERY_FAILED, QUERY_CANCELED.equals(sqlState)
                ? "The query for this question took too long. A narrower question may help."
                : "The database could not run the query for this question.");
    }
}
