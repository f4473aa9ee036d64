package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Selection;
import java.util.ArrayList;
import java.util.List;

/** Noun phrases that stand for columns of rows: "Bob's email", "names and emails of customers from the USA". */
final class Attributes {
    private static final int SUM_IS_PLAINER = 2;

    private final Grammar grammar;

    Attributes(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Listing> phrase() {
        Parser<Boolean> of = grammar.terminals.word(Keyword.OF, Keyword.FOR, Keyword.FROM)
                .next(grammar.terminals.words(Keyword.EACH));
        Parser<Listing> columnsOf = columns().then(columns -> of.next(grammar.entities.name())
                .where(this::isNamed).then(owner -> listed(owner, columns)));
        Parser<Listing> owned = grammar.entities.possessor().where(this::isNamed)
                .then(owner -> columns().then(columns -> listed(owner, columns)));
        return Parser.any(columnsOf, owned, described(), accompanied());
    }

    /** One column by its whole name, or several in a row. */
    Parser<List<Attribute>> columns() {
        Parser<Boolean> joint = grammar.terminals.joint(Keyword.AND);
        // "total amount" asks for a sum, if it may, rather than for every value.
        Parser<Attribute> column = start -> grammar.terminals.column()
                .costing(grammar.terminals.word(Keyword.TOTAL).at(start).isEmpty() ? 0 : SUM_IS_PLAINER).at(start);
        Parser<Attribute> some = grammar.terminals.words(Keyword.ALL).next(column);
        return some.then(first -> grammar.effort.chain(List.of(first),
                so -> joint.next(grammar.terminals.column()).where(more -> !so.contains(more))
                        .map(more -> with(so, more))));
    }

    /** Whose columns are told with the name; of many rows, just what was asked for is told. */
    boolean isNamed(Selection owner) {
        return owner.conditions().size() == 1
                && owner.conditions().getFirst() instanceof Compared(var column, var test, var holds)
                && holds && grammar.links.graph().isName(column);
    }

    /** "shipping city of Alice": of rows of its own table with that value. */
    private Parser<Listing> described() {
        return grammar.entities.values()
                .then(value -> columns().where(Attributes::ofOneTable)
                        .where(columns -> columns.getFirst().table().name().equals(value.attribute().table().name()))
                        .then(columns -> grammar.modifiers
                                .on(Selection.all(value.attribute().table()).where(value))
                                .map(rows -> new Listing(rows, columns))));
    }

    /** "customers and their emails", "customers with email and city"; "customers with an email" asks who has one. */
    private Parser<Listing> accompanied() {
        return grammar.entities.phrase().then(owner -> grammar.terminals.joint(Keyword.AND, Keyword.WITH)
                .next(grammar.terminals.definite()).next(columns())
                .then(columns -> listed(owner, withName(owner, columns))));
    }

    private List<Attribute> withName(Selection owner, List<Attribute> columns) {
        List<Attribute> all = new ArrayList<>();
        grammar.links.graph().nameOf(owner.table()).filter(name -> !columns.contains(name)).ifPresent(all::add);
        all.addAll(columns);
        return List.copyOf(all);
    }

    /** Each foreign key that must be followed to a column costs. */
    Parser<Listing> listed(Selection owner, List<Attribute> columns) {
        int cost = 0;
        for (Attribute column : columns) {
            if (!owner.of(column.table())) {
                var path = grammar.links.graph().belonging(owner.table(), column.table());
                if (path.isEmpty()) {
                    return Parser.none();
                }
                cost += path.get().size();
            }
        }
        return Parser.empty(new Listing(owner, columns)).costing(cost);
    }

    private static boolean ofOneTable(List<Attribute> columns) {
        return columns.stream().map(column -> column.table().name()).distinct().count() == 1;
    }

    private static List<Attribute> with(List<Attribute> columns, Attribute more) {
        List<Attribute> all = new ArrayList<>(columns);
        all.add(more);
        return List.copyOf(all);
    }
}
