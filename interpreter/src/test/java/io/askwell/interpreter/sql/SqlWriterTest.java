package io.askwell.interpreter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Standing.ByColumn;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.OneOf;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlWriterTest {
    private static final Column NAME = new Column("name", "text", Kind.TEXT, true, "", List.of());
    private static final Column TENANT = new Column("tenantId", "int", Kind.INTEGER, false, "", List.of());
    private static final Column NUMBER = new Column("order", "int", Kind.INTEGER, false, "", List.of());
    private static final Table USER = new Table(new TableName("public", "user"), "", List.of(NAME, TENANT, NUMBER),
            List.of("tenantId", "order"));
    private static final Table VISIT = new Table(new TableName("Web Log", "visit"), "", List.of(TENANT, NUMBER),
            List.of());
    private static final ForeignKey VISITOR = new ForeignKey(VISIT.name(), List.of("tenantId", "order"), USER.name(),
            List.of("tenantId", "order"));

    @Test
    void quotesNamesOnlyWhereNeeded() {
        assertThat(write(new Listing(Selection.all(USER), List.of())))
                .isEqualTo("SELECT u.name FROM public.\"user\" AS u"
                        + " ORDER BY u.name, u.\"tenantId\", u.\"order\"");
    }

    @Test
    void joinsOverEveryColumnOfAKey() {
        Selection ann = Selection.all(USER).where(new Compared(new Attribute(USER, NAME), new OneOf(List.of("Ann"))));

        assertThat(write(new Figure(new Count(Selection.all(VISIT).where(new Related(ann))))))
                .isEqualTo("SELECT count(*) AS visit_count FROM \"Web Log\".visit AS v JOIN public.\"user\" AS u"
                        + " ON u.\"tenantId\" = v.\"tenantId\" AND u.\"order\" = v.\"order\" WHERE u.name = 'Ann'");
    }

    @Test
    void looksForManyInASubqueryThatCountsNobodyTwice() {
        assertThat(write(new Figure(new Count(Selection.all(USER).where(new Related(Selection.all(VISIT)))))))
                .contains("WHERE EXISTS (SELECT 1 FROM \"Web Log\".visit AS v WHERE v.\"tenantId\" = u.\"tenantId\"");
    }

    @Test
    void findsAnEndThatIsOneOfTwoThingsAsked() {
        Condition highest = new Foremost(new ByColumn(new Attribute(USER, NUMBER)), new Rank(1, true));
        Condition ann = new Compared(new Attribute(USER, NAME), new OneOf(List.of("Ann")));

        assertThat(write(new Listing(Selection.all(USER).where(new Either(List.of(highest, ann), true)), List.of())))
                .contains("WHERE (u.\"order\" = (SELECT max(u2.\"order\") FROM public.\"user\" AS u2)"
                        + " OR u.name = 'Ann')");
    }

    @Test
    void doublesQuotesInTexts() {
        assertThat(write(new Lookup(new Attribute(USER, NAME), "O'Brien'; DROP TABLE x")))
                .endsWith("WHERE lower(u.name) = lower('O''Brien''; DROP TABLE x')");
    }

    private static String write(Inquiry inquiry) {
        SchemaGraph graph = new SchemaGraph(new Schema(List.of(USER, VISIT), List.of(VISITOR)));
        return new SqlWriter(graph).write(inquiry).orElseThrow();
    }
}
