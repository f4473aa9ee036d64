package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.persistence.agent.Admission.Admitted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the query gate costs for each statement. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SqlGateBenchmark {
    private static final Map<String, String> QUERIES = Map.of(
            "count", "SELECT count(*) FROM orders",
            "typical", "SELECT c.name, COALESCE(SUM(o.total_amount), 0) AS spent FROM customer c LEFT JOIN orders o "
                    + "ON o.customer_id = c.id WHERE o.order_date >= DATE '2024-01-01' GROUP BY c.id, c.name "
                    + "ORDER BY spent DESC LIMIT 10",
            "large", "WITH monthly AS (SELECT customer_id, date_trunc('month', order_date) AS month, sum(total_amount) AS "
                    + "total FROM orders GROUP BY 1, 2), ranked AS (SELECT m.*, rank() OVER (PARTITION BY m.month ORDER BY "
                    + "m.total DESC) AS place, lag(m.total) OVER (PARTITION BY m.customer_id ORDER BY m.month) AS before "
                    + "FROM monthly m) SELECT c.name, a.city, r.month, r.total, CASE WHEN r.before IS NULL THEN 'new' "
                    + "WHEN r.total > r.before THEN 'up' ELSE 'down' END AS trend FROM ranked r JOIN customer c ON c.id = "
                    + "r.customer_id LEFT JOIN LATERAL (SELECT city FROM address WHERE customer_id = c.id LIMIT 1) a ON "
                    + "true WHERE r.place <= 3 AND EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND "
                    + "o.total_amount > 10) ORDER BY r.month, r.place");
    private static final Schema SCHEMA = new Schema(List.of(table("customer", "id", "name", "email"),
            table("orders", "id", "customer_id", "order_date", "total_amount"),
            table("address", "id", "customer_id", "type", "street", "city", "zip", "country")), List.of());
    @Param({"count", "typical", "large"})
    public String query = "";
    private final SqlGate gate = new SqlGate();
    private String sql = "";

    @Setup
    public void choose() {
        sql = QUERIES.get(query);
        if (!(gate.admit(sql, SCHEMA) instanceof Admitted)) {
            throw new IllegalStateException(gate.admit(sql, SCHEMA).toString());
        }
    }

    @Benchmark
    public Object admit() {
        return gate.admit(sql, SCHEMA);
    }

    @Benchmark
    public Object parse() {
        return SqlParser.parse(sql);
    }

    private static Table table(String name, String... columns) {
        return new Table(new TableName("public", name), "", Stream.of(columns)
                .map(column -> new Column(column, "text", Kind.TEXT, true, "", List.of())).toList(), List.of());
    }
}
