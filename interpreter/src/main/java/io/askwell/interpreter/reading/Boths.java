package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Shared;
import io.askwell.interpreter.logic.Inquiry.Item.Cell;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.reading.Items.ItemNoun;
import java.util.List;
import java.util.Optional;

/** Two things asked of the same: "both a project named A and one named B", "countries with singers over 40 and under 20". */
final class Boths {
    private static final int LOOSE = 7;

    private final Grammar grammar;

    /** What both sides are asked of. */
    private record Values(Table table, Attribute column) {}

    Boths(Grammar grammar) {
        this.grammar = grammar;
    }

    /** "both a project named A and a project named B", "both products Latte and Americano", "both A and B airports". */
    Parser<Selection> of(Selection head) {
        Parser<Selection> phrases = grammar.entities.phrase().before(and()).then(one -> grammar.entities.phrase()
                .where(other -> other.of(one.table()) && !other.equals(one) && !other.conditions().isEmpty())
                .then(other -> bothOf(head, one, other)));
        Parser<Optional<Table>> noun = grammar.terminals.table().optional();
        Parser<Selection> values = noun.then(before -> value().then(one -> and().next(value())
                .where(other -> other.attribute().equals(one.attribute()) && !other.equals(one))
                .then(other -> grammar.terminals.words(Keyword.AS).next(noun)
                        .where(after -> fits(before, one) && fits(after, one)).before(kindOf(one))
                        .then(after -> bothOf(head, rows(one), rows(other))))));
        return grammar.terminals.word(Keyword.BOTH).next(Parser.any(phrases, values));
    }

    private Parser<Boolean> and() {
        return grammar.terminals.word(Keyword.AND).map(word -> true);
    }

    private static boolean fits(Optional<Table> noun, Stored value) {
        return noun.filter(table -> !table.name().equals(value.attribute().table().name())).isEmpty();
    }

    private Parser<Stored> value() {
        return grammar.terminals.meaning(Stored.class).where(Stored::whole);
    }

    private static Selection rows(Stored value) {
        return Selection.all(value.attribute().table())
                .where(new Compared(value.attribute(), new OneOf(value.values())));
    }

    private Parser<Selection> bothOf(Selection head, Selection one, Selection other) {
        return one.of(head.table())
                ? Parser.none()
                : grammar.links.related(head, one, true).then(so -> grammar.links.related(so, other, true));
    }

    /** "countries that have both singers over 40 and singers under 20", "cities without a shop in the north". */
    Parser<Report> values() {
        Parser<Report> both = column().before(grammar.ties.tie().where(holds -> holds))
                .before(grammar.terminals.words(Keyword.BOTH))
                .then(values -> rowsOf(values).then(one -> and().next(other(values))
                        .where(other -> !other.conditions().equals(one.conditions()))
                        .map(other -> report(values,
                                List.of(shared(values, one, true), shared(values, other, true))))));
        Parser<Boolean> without = Parser.any(grammar.ties.tie().where(holds -> !holds),
                grammar.ties.tie().where(holds -> holds).before(grammar.terminals.word(Keyword.NO)),
                grammar.terminals.word(Keyword.WITHOUT).map(word -> false));
        Parser<Report> none = column().before(without)
                .then(values -> rowsOf(values).map(rows -> report(values, List.of(shared(values, rows, false)))));
        return Parser.any(both, none, ofColumn()).costing(LOOSE);
    }

    /** "countries with both friendly and tournament competitions", "ranks of captains that are both in A and B". */
    private Parser<Report> ofColumn() {
        Parser<Boolean> preposition = grammar.terminals.words(Keyword.IN, Keyword.OF, Keyword.FOR, Keyword.FROM,
                Keyword.WITH, Keyword.AT, Keyword.BY);
        return column().then(values -> {
            Parser<Boolean> noun = Parser.any(Parser.empty(true), grammar.terminals.table()
                    .where(table -> table.name().equals(values.table().name())).map(table -> true));
            Parser<Boolean> opening = grammar.terminals.word(Keyword.OF).next(noun).optional()
                    .next(grammar.ties.tie().where(holds -> holds)).next(noun).before(grammar.ties.rest())
                    .before(grammar.terminals.word(Keyword.BOTH));
            return opening.next(noun).next(preposition).next(value())
                    .where(one -> one.attribute().table().name().equals(values.table().name())
                            && !one.attribute().equals(values.column()))
                    .then(one -> and().next(preposition).next(value())
                            .where(other -> other.attribute().equals(one.attribute()) && !other.equals(one))
                            .before(kindOf(one)).before(noun)
                            .map(other -> report(values, List.of(shared(values, rows(one), true),
                                    shared(values, rows(other), true)))));
        });
    }

    /** "... industries" behind two of them. */
    private Parser<Boolean> kindOf(Stored value) {
        return Parser.any(Parser.empty(true), grammar.terminals.columnNoun().where(noun -> noun.named().stream()
                .anyMatch(named -> named.attribute().equals(value.attribute()))).map(noun -> true));
    }

    /** A column whose values several rows of its only table may share. */
    private Parser<Values> column() {
        return grammar.items.list().where(nouns -> nouns.size() == 1).map(List::getFirst)
                .where(noun -> noun.how().isEmpty() && noun.tables().size() == 1).keep(this::values);
    }

    private Optional<Values> values(ItemNoun noun) {
        Table table = noun.tables().getFirst();
        return noun.attribute(table, grammar.links.graph())
                .filter(attribute -> attribute.table().name().equals(table.name()))
                .filter(attribute -> !grammar.links.graph().keyOf(table).filter(attribute::equals).isPresent())
                .map(attribute -> new Values(table, attribute));
    }

    private Parser<Selection> rowsOf(Values values) {
        return grammar.terminals.words(Keyword.ANY).next(grammar.entities.phrase())
                .where(rows -> rows.of(values.table()) && rows.conditions().size() == 1);
    }

    /** The second of both, whose noun may be left out. */
    private Parser<Selection> other(Values values) {
        return Parser.any(rowsOf(values), grammar.modifiers.single(Selection.all(values.table()))
                .where(rows -> rows.conditions().size() == 1));
    }

    private static Shared shared(Values values, Selection rows, boolean exists) {
        return new Shared(values.column(), rows, exists);
    }

    private static Report report(Values values, List<Shared> conditions) {
        return new Report(new Selection(values.table(), List.copyOf(conditions)), List.of(new Cell(values.column())))
                .once();
    }
}
