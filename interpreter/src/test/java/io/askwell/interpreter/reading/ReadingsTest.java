package io.askwell.interpreter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.interpreter.Ground;
import io.askwell.interpreter.lexicon.SchemaLexicon;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Tagger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Ground shop = Ground.customers();
    private final SchemaGraph graph = new SchemaGraph(shop.schema());
    private final Selection customers = Selection.all(shop.table("customer"));
    private final Selection orders = Selection.all(shop.table("orders"));
    private final Selection addresses = Selection.all(shop.table("address"));

    @Test
    void readsACountOfSomebodysRows() {
        Selection alice = customers.where(new Compared(attribute("customer", "name"),
                new OneOf(List.of("Alice Wonderland"))));

        assertThat(read("How many orders has Alice Wonderland made?"))
                .containsExactly(new Figure(new Count(orders.where(new Related(alice)))));
    }

    @Test
    void readsAPlaceAsARelatedRow() {
        Selection there = addresses.where(new Compared(attribute("address", "city"), new OneOf(List.of("Wonderland"))));

        assertThat(read("Which customers live in Wonderland?"))
                .containsExactly(new Listing(customers.where(new Related(there)), List.of()));
    }

    @Test
    void readsTheSameThingInOtherWordsAsTheSameForm() {
        assertThat(read("customers in Wonderland")).isEqualTo(read("Who lives in Wonderland?"));
        assertThat(read("List all customers with no orders.")).isEqualTo(read("who never ordered"))
                .isEqualTo(read("customers who have not placed any order"));
    }

    @Test
    void readsARankingOfGroups() {
        Fold spent = new Fold(Folding.SUM, attribute("orders", "total_amount"), orders);

        assertThat(read("Who spent the most?")).containsOnly(
                new Breakdown(spent, new Each(customers), Optional.of(new Rank(1, true))));
    }

    @Test
    void readsAComparisonOfACount() {
        assertThat(read("customers with more than one order")).containsExactly(new Listing(
                customers.where(
                        new Measured(new Count(orders), new Than(Operator.MORE, BigDecimal.ONE))),
                List.of()));
    }

    @Test
    void readsNothingWhereAWordIsLeftOver() {
        assertThat(read("customers with premium orders")).isEmpty();
        assertThat(read("orders larger than most")).isEmpty();
    }

    @Test
    void givesUpOnEndlessNesting() {
        TaggedQuestion tagged = tagged("orders of customers with ".repeat(14) + "orders");

        assertThat(Readings.of(tagged, graph).exhausted()).isTrue();
    }

    private List<Inquiry> read(String question) {
        return Readings.of(tagged(question), graph).plainest().stream().map(Reading::inquiry).distinct().toList();
    }

    private TaggedQuestion tagged(String question) {
        return new Tagger(SchemaLexicon.of(graph, shop.synonyms()), graph, shop.grounding(question)).tag(question);
    }

    private Attribute attribute(String table, String column) {
        return new Attribute(shop.table(table), shop.table(table).column(column).orElseThrow());
    }
}
