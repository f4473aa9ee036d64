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
    /** What the agent may not read is no reason to stop: the question may do without it. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final Next NO_QUERY = new Next.Fail(Fault.QUERY_FAILED,
            "No query could be made for this question that the database accepts. Other words may help.");
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
            return giveUp(run, query);
        }
        return switch (run.await(queries.run(query.sql()))) {
            case Read(var sql, var rows) -> {
                run.emit(new RowsRead(rows));
                run.find(new Finding.Found(query, sql, rows));
                yield new Next.To(Step.ANSWER);
            }
            case Refused(var state, var reason, var _) -> refused(run, query, state, reason);
            case Rejected(var state, var reason, var mendable) -> {
                LOG.info("The database rejected SQL: {} {}", state, reason);
                yield mendable || INSUFFICIENT_PRIVILEGE.equals(state)
                        ? mend(run, query, SqlState.named(state), reason)
                        : abandon(state);
            }
        };
    }

    /** Who sets out to change something was not asked to read, or was misled: that is not mended but ends here. */
    private Next refused(Run run, Query query, String state, String reason) {
        if (query instanceof Query.ByModel && SqlWords.wantChange(query.sql())) {
            LOG.warn("The query gate refused SQL of the model that is more than reading: {}", reason);
            return run.standIn(LastResort.ONLY_READS);
        }
        LOG.info("The query gate refused SQL: {} {}", state, reason);
        return mend(run, query, SqlState.named(state), reason);
    }

    private Next mend(Run run, Query query, String error, String reason) {
        if (query instanceof Query.ByModel) {
            run.regret(new FailedQuery(query.sql(),
                    Diagnosis.of(error, reason, query.sql(), run.grounding().schema())));
        }
        return query instanceof Query.ByGrammar || run.mishaps().size() > maxRepairs
                ? giveUp(run, query)
                : new Next.To(Step.REPAIR);
    }

    private static boolean hasFailedBefore(Run run, Query query) {
        return query instanceof Query.ByModel && run.mishaps().stream().anyMatch(
                mishap -> mishap instanceof FailedQuery(var sql, var diagnosis)
                        && canonical(sql).equals(canonical(query.sql())));
    }

    /** The SQL apart from what an idle rewrite changes: white space and a closing semicolon. */
    private static String canonical(String sql) {
        return sql.strip().replaceAll("[\\s;]+$", "").replaceAll("\\s+", " ");
    }

    /** Where the model could not do it, the grammar still may. */
    private static Next giveUp(Run run, Query query) {
        return query instanceof Query.ByModel ? run.standIn((it, remark) -> NO_QUERY) : NO_QUERY;
    }

    private static Next abandon(String sqlState) {
        return new Next.Fail(Fault.QUERY_FAILED, QUERY_CANCELED.equals(sqlState)
                ? "The query for this question took too long. A narrower question may help."
                : "The database could not run the query for this question.");
    }
}
