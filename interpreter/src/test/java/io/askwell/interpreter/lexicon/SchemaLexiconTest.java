package io.askwell.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.Ground;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.lexicon.Meaning.NamesTable;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.synonyms.Synonyms;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaLexiconTest {
    private final Lexicon shop = lexicon(Ground.customers().schema(), Ground.shippedSynonyms());

    @Test
    void namesTablesInBothNumbers() {
        assertThat(tables(shop, "order")).containsExactly("orders");
        assertThat(tables(shop, "orders")).containsExactly("orders");
        assertThat(tables(shop, "addresses")).containsExactly("address");
    }

    @Test
    void namesColumnsByTheirWords() {
        assertThat(columns(shop, "order date")).containsExactly("order_date");
        assertThat(columns(shop, "date")).as("where no other column could be meant").containsExactly("order_date");
    }

    @Test
    void leavesKeysOfOtherTablesOut() {
        assertThat(columns(shop, "customer id")).isEmpty();
    }

    @Test
    void takesSynonyms() {
        assertThat(tables(shop, "clients")).containsExactly("customer");
        assertThat(columns(shop, "e mail")).containsExactly("email");
    }

    @Test
    void leavesFormsThatAreNounsToTheNoun() {
        assertThat(shop.at(List.of("orders"), 0)).extracting(Lexicon.Entry::meaning)
                .allMatch(meaning -> meaning instanceof NamesTable);
        assertThat(shop.at(List.of("ordered"), 0)).extracting(Lexicon.Entry::meaning)
                .anyMatch(meaning -> meaning instanceof Meaning.Acts);
    }

    @Test
    void splitsCamelCase() {
        Lexicon lexicon = lexicon(schema("orderItem", "", "unitPrice", ""), Synonyms.none());

        assertThat(tables(lexicon, "order items")).containsExactly("orderItem");
        assertThat(columns(lexicon, "unit prices")).containsExactly("unitPrice");
    }

    @Test
    void learnsFromComments() {
        Lexicon lexicon = lexicon(schema("inv", "Bills we sent. Also called: invoice, bill.", "amt",
                "In euros; also called: amount due"), Synonyms.none());

        assertThat(tables(lexicon, "invoices")).containsExactly("inv");
        assertThat(columns(lexicon, "amount due")).containsExactly("amt");
    }

    private static Schema schema(String table, String tableComment, String column, String columnComment) {
        Column only = new Column(column, "numeric", Kind.DECIMAL, true, columnComment, List.of());
        return new Schema(List.of(new Table(new TableName("public", table), tableComment, List.of(only), List.of())),
                List.of());
    }

    private static Lexicon lexicon(Schema schema, Synonyms synonyms) {
        return SchemaLexicon.of(new SchemaGraph(schema), synonyms);
    }

    private static List<String> tables(Lexicon lexicon, String phrase) {
        return whole(lexicon, phrase).filter(NamesTable.class::isInstance)
                .map(meaning -> ((NamesTable) meaning).table().name().name()).toList();
    }

    private static List<String> columns(Lexicon lexicon, String phrase) {
        return whole(lexicon, phrase).filter(NamesColumn.class::isInstance)
                .map(meaning -> ((NamesColumn) meaning).attribute().column().name()).distinct().toList();
    }

    private static java.util.stream.Stream<Meaning> whole(Lexicon lexicon, String phrase) {
        List<String> words = Words.of(phrase);
        return lexicon.at(words, 0).stream().filter(entry -> entry.length() == words.size())
                .map(Lexicon.Entry::meaning);
    }
}
