package io.askwell.persistence.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;

/** Makes a syntax tree of SQL. */
final class SqlParser {
    /** A usual query takes less than a millisecond. The parser looks ahead, and on some texts for very long. */
    private static final Duration MAX_TIME = Duration.ofSeconds(1);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    static {
        // The parser's hundreds of classes are loaded by the first text, which on a small machine takes longer than that.
        try {
            parser("""
                WITH some AS (SELECT a, count(*) AS n FROM b WHERE c IN (1, 2) OR NOT d LIKE 'x' GROUP BY a HAVING sum(e) > 1)
                SELECT s.a, CASE WHEN s.n IS NULL THEN 0 ELSE coalesce(s.n, 1) * 2 END, row_number() OVER (ORDER BY s.n),
                    (SELECT max(f)::date FROM g) FROM some s LEFT JOIN h ON h.a = s.a
                WHERE EXISTS (SELECT 1 FROM i) AND s.n BETWEEN 1 AND 2 UNION ALL SELECT 1, 2, 3, DATE '2026-01-01'
                ORDER BY 1 DESC NULLS LAST LIMIT 5""")
                    .Statements();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private SqlParser() {}

    /**
     * @return empty if it cannot be read
     * @throws SqlViolation if it is not exactly one SELECT, VALUES or set operation, or takes too long
     */
    static Optional<Select> parse(String sql) {
        var parser = parser(sql);
        ScheduledFuture<?> limit = CLOCK.schedule(() -> {
            parser.interrupted = true;
        }, MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var statements = parser.Statements();
            if (statements.size() != 1) {
                throw new SqlViolation(Rule.STATEMENT, "exactly one statement is allowed");
            }
            Statement statement = statements.getFirst();
            if (statement instanceof Select select) {
                return Optional.of(select);
            }
            throw new SqlViolation(Rule.STATEMENT, "only SELECT is allowed");
        } catch (ParseException | TokenMgrException e) {
            if (parser.interrupted) {
                throw new SqlViolation(Rule.SIZE, "the SQL is too intricate to be read");
            }
            return Optional.empty();
        } finally {
            limit.cancel(false);
        }
    }

    private static CCJSqlParser parser(String sql) {
        return new CCJSqlParser(new StringProvider(sql)).withAllowComplexParsing(true)
                .withSquareBracketQuotation(false);
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, work -> Thread.ofPlatform().daemon().name("sql-parser-clock")
                .unstarted(work));
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
