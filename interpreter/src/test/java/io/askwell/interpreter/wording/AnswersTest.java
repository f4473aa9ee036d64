package io.askwell.interpreter.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Rows;
import io.askwell.interpreter.Ground;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Ground shop = Ground.customers();
    private final Selection customers = Selection.all(shop.table("customer"));
    private final Attribute email = attribute("customer", "email");

    @Test
    void agreesInNumber() {
        assertThat(say(new Figure(new Count(customers)), row(0L))).isEqualTo("There are no customers.");
        assertThat(say(new Figure(new Count(customers)), row(1L))).isEqualTo("There is 1 customer.");
        assertThat(say(new Figure(new Count(customers)), row(2L))).isEqualTo("There are 2 customers.");
    }

    @Test
    void listsNamesInOneLine() {
        assertThat(say(new Listing(customers, List.of()),
                rows(List.of("name"), List.of(row("Bob Builder"), row("Charlie Test")))))
                .isEqualTo("2 customers: Bob Builder, Charlie Test.");
    }

    @Test
    void shortensLongLists() {
        Rows many = new Rows(List.of("name"),
                IntStream.rangeClosed(1, 60).mapToObj(i -> AnswersTest.row("C" + i)).toList(), false);

        assertThat(say(new Listing(customers, List.of()), many)).startsWith("60 customers: C1, C2, ")
                .endsWith("C20, and 40 more.");
    }

    @Test
    void saysThatThereWereMoreRows() {
        Rows cut = new Rows(List.of("name"), List.of(row("Ann")), true);

        assertThat(say(new Listing(customers, List.of()), cut))
                .isEqualTo("1 customer: Ann. There were more rows than could be read.");
    }

    @Test
    void saysWhatIsNotKnown() {
        assertThat(
                say(new Listing(customers, List.of(email)), rows(List.of("name", "email"), List.of(row("Ann", null)))))
                .isEqualTo("Ann: unknown");
    }

    @Test
    void saysThatNothingCanBeAveraged() {
        Fold average = new Fold(Folding.AVERAGE, attribute("orders", "total_amount"),
                Selection.all(shop.table("orders")));

        assertThat(say(new Figure(average), row((Object) null)))
                .isEqualTo("There are no orders with a total amount.");
    }

    @Test
    void keepsNumbersAsTheyAreStored() {
        Fold sum = new Fold(Folding.SUM, attribute("orders", "total_amount"), Selection.all(shop.table("orders")));

        assertThat(say(new Figure(sum), row(new BigDecimal("400.00"))))
                .isEqualTo("The sum of the total amount of orders is 400.00.");
    }

    @Test
    void offersNamesLikeTheOneThatIsAbsent() {
        Lookup lookup = new Lookup(attribute("customer", "name"), "Bob Bilder");

        assertThat(answers().of(lookup, List.of("Bob Builder")).of(new Rows(List.of("name"), List.of(), false)))
                .isEqualTo("There is no customer named Bob Bilder. Did you mean Bob Builder?");
    }

    private String say(Inquiry inquiry, List<@Nullable Object> row) {
        return say(inquiry, rows(List.of("figure"), List.of(row)));
    }

    private String say(Inquiry inquiry, Rows rows) {
        return answers().of(inquiry, List.of()).of(rows);
    }

    private Answers answers() {
        return new Answers(new SchemaGraph(shop.schema()));
    }

    private Attribute attribute(String table, String column) {
        return new Attribute(shop.table(table), shop.table(table).column(column).orElseThrow());
    }

    private static Rows rows(List<String> columns, List<List<@Nullable Object>> rows) {
        return new Rows(columns, rows, false);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
