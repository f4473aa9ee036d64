package io.askwell.testkit.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.domain.agent.ValueMatch;
import java.util.List;

/** Customers with their orders, as the sample database has them. */
public final class SampleSchema {
    private static final TableName CUSTOMER = new TableName("public", "customer");
    private static final TableName ORDERS = new TableName("public", "orders");

    private SampleSchema() {}

    public static Schema schema() {
        var customer = new Table(CUSTOMER, "People who \"order\".", List.of(
                new Column("id", "integer", Kind.INTEGER, false, "", List.of()),
                new Column("name", "character varying(100)", Kind.TEXT, false, "first and last name", List.of()),
                new Column("email", "character varying(100)", Kind.TEXT, false, "", List.of())), List.of("id"));
        var orders = new Table(ORDERS, "", List.of(
                new Column("id", "integer", Kind.INTEGER, false, "", List.of()),
                new Column("customer_id", "integer", Kind.INTEGER, false, "", List.of()),
                new Column("total_amount", "numeric(10,2)", Kind.DECIMAL, true, "", List.of())), List.of("id"));
        return new Schema(List.of(customer, orders),
                List.of(new ForeignKey(ORDERS, List.of("customer_id"), CUSTOMER, List.of("id"))));
    }

    public static List<ValueMatch> values() {
        return List.of(new ValueMatch(CUSTOMER, "name", "Alice Wonderland"),
                new ValueMatch(CUSTOMER, "name", "Bob Builder"));
    }

    public static FixedCatalog catalog() {
        return new FixedCatalog(schema(), values());
    }
}
