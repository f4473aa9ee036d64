package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Item.Folded;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Nouns for what is to be told of rows: "name, age", "customer id and the average price". */
final class Items {
    private static final int SUM_IS_PLAINER = 2;
    private static final int KIND = 3;
    private static final int KIND_OF = 5;

    private final Grammar grammar;
    private final Parser<List<ItemNoun>> list;
    private final Parser<ItemNoun> cell;

    /**
     * A noun for a column, or for a figure over it, that does not say yet whose.
     *
     * @param table the noun before it: "student name"
     * @param how empty for the column itself
     */
    record ItemNoun(Optional<Table> table, ColumnNoun column, Optional<Folding> how) {

        Optional<Attribute> attribute(Table rows, SchemaGraph graph) {
            Optional<Attribute> meant = table.isPresent()
                    ? column.own(table.get(), graph)
                    : column.of(rows, graph);
            return meant.filter(attribute -> attribute.table().name().equals(rows.name())
                    || graph.belonging(rows, attribute.table()).isPresent());
        }

        /** Told of rows of this table, where nothing was said of whose it is. */
        ItemNoun of(Table rows) {
            return table.isPresent() ? this : new ItemNoun(Optional.of(rows), column, how);
        }

        /** The table that is named, or all that have a column of just this name. */
        List<Table> tables() {
            return table.map(List::of).orElseGet(() -> column.whole().stream().map(Attribute::table)
                    .collect(Collectors.toMap(Table::name, Function.identity(), (one, same) -> one)).values().stream()
                    .toList());
        }

        Optional<Item> item(Table rows, SchemaGraph graph) {
            return attribute(rows, graph).flatMap(attribute -> how.isEmpty()
                    ? Optional.of(new Cell(attribute))
                    : how.filter(fold -> folds(fold, attribute, graph)).map(fold -> new Folded(fold, attribute)));
        }

        private static boolean folds(Folding how, Attribute attribute, SchemaGraph graph) {
            boolean ordered = how == Folding.HIGHEST || how == Folding.LOWEST;
            return how == Folding.DISTINCT || (attribute.numeric() && !graph.isKey(attribute))
                    || (ordered && attribute.dated());
        }
    }

    Items(Grammar grammar) {
        this.grammar = grammar;
        this.cell = grammar.effort.once(start -> cells().at(start));
        this.list = grammar.effort.once(start -> lists().at(start));
    }

    /** One noun for a column, maybe behind the noun for its rows. */
    Parser<ItemNoun> cell() {
        return cell;
    }

    Parser<List<ItemNoun>> list() {
        return list;
    }

    /** Each noun as an item of such rows; nothing where one of them names no column of theirs, or several. */
    Optional<List<Item>> of(Table rows, List<ItemNoun> nouns) {
        List<Item> items = new ArrayList<>();
        for (ItemNoun noun : nouns) {
            Optional<Item> item = noun.item(rows, grammar.links.graph());
            if (item.isEmpty() || items.contains(item.get())) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(items);
    }

    /** The column of a noun where it is told of such rows. */
    Parser<Attribute> columnOf(Table rows) {
        return cell.keep(noun -> noun.attribute(rows, grammar.links.graph()));
    }

    private Parser<ItemNoun> cells() {
        Parser<ItemNoun> plain = grammar.terminals.columnNoun()
                .map(column -> new ItemNoun(Optional.empty(), column, Optional.empty()));
        Parser<ItemNoun> behindTable = grammar.terminals.table().before(grammar.terminals.words(Keyword.POSSESSIVE))
                .then(table -> grammar.terminals.noVerb().next(grammar.terminals.columnNoun())
                        .where(column -> column.own(table, grammar.links.graph()).isPresent())
                        .map(column -> new ItemNoun(Optional.of(table), column, Optional.empty())));
        Parser<ItemNoun> one = Parser.any(plain, behindTable);
        // "total amount" asks for a sum, if it may, rather than for every value.
        return start -> Parser.any(one, ofKind(one), kindOf(plain))
                .costing(grammar.terminals.word(Keyword.TOTAL).at(start).isEmpty() ? 0 : SUM_IS_PLAINER).at(start);
    }

    /** "phone number" for `phone`. */
    private Parser<ItemNoun> ofKind(Parser<ItemNoun> noun) {
        return noun.where(found -> found.column().isNamedByItsEnd()).before(grammar.terminals.word("number"))
                .costing(KIND);
    }

    /** "names of the publishers", where publishers are no rows but texts in a column. */
    private Parser<ItemNoun> kindOf(Parser<ItemNoun> noun) {
        Parser<ItemNoun> texts = noun.where(found -> found.column().whole().stream().anyMatch(Attribute::textual));
        return grammar.terminals.word("name").next(grammar.terminals.word(Keyword.OF))
                .next(grammar.terminals.words(Keyword.ALL)).next(texts).costing(KIND_OF);
    }

    private Parser<List<ItemNoun>> lists() {
        Parser<Boolean> joint = grammar.terminals.joint(Keyword.AND).before(grammar.terminals.words(Keyword.AND));
        Parser<List<ItemNoun>> one = one();
        return grammar.terminals.words(Keyword.ALL).next(one).then(first -> grammar.effort.chain(first,
                so -> joint.next(grammar.terminals.words(Keyword.ALL)).next(one).map(more -> with(so, more))));
    }

    /** "price", "average price", "maximum and minimum price". */
    private Parser<List<ItemNoun>> one() {
        Parser<List<ItemNoun>> folded = foldings().then(how -> cell.map(noun -> how.stream()
                .map(fold -> new ItemNoun(noun.table(), noun.column(), Optional.of(fold))).toList()));
        return Parser.any(cell.map(List::of), folded);
    }

    private Parser<List<Folding>> foldings() {
        Parser<Folding> folding = grammar.terminals.word(Keyword.TOTAL, Keyword.SUM, Keyword.AVERAGE, Keyword.HIGHEST,
                Keyword.LOWEST).map(Amounts::folding)
                .before(grammar.terminals.words(Keyword.OF, Keyword.NUMBER_OF, Keyword.ALL));
        Parser<Boolean> joint = grammar.terminals.joint(Keyword.AND).before(grammar.terminals.words(Keyword.AND));
        return folding.then(first -> grammar.effort.chain(List.of(first), so -> joint.next(folding)
                .where(more -> !so.contains(more)).map(more -> with(so, List.of(more)))));
    }

    private static <T> List<T> with(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
