package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.NamesKind;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Noun phrases that stand for rows: "all shipping addresses of Alice", "customer 2", "Bob's orders", "Zed Nobody". */
final class Entities {
    private static final int PART_OF_A_NAME = 6;
    private static final int NOT_STORED = 20;
    private static final int FOREMOST = 6;
    private static final int VALUED = 6;
    private static final int TEXTUAL = 8;

    private final Grammar grammar;
    private final Parser<Selection> phrase;
    private final Parser<Selection> head;
    private final Parser<Selection> name;

    Entities(Grammar grammar) {
        this.grammar = grammar;
        this.head = grammar.effort.once(start -> possessed().at(start));
        this.name = grammar.effort.once(start -> names().at(start));
        this.phrase = grammar.effort.once(start -> modified().at(start));
    }

    /** A noun with everything around it. */
    Parser<Selection> phrase() {
        return phrase;
    }

    /** A noun phrase that does not speak of each row by itself. */
    Parser<Selection> each() {
        return grammar.terminals.word(Keyword.EACH).next(phrase);
    }

    /** A noun phrase, or a name alone. */
    Parser<Selection> subject() {
        return Parser.any(phrase, name, fullName());
    }

    /** A name alone: one or more stored ones, or one that is not stored. */
    Parser<Selection> name() {
        return name;
    }

    /** Who has what follows: "Alice's", "the customers'". */
    Parser<Selection> possessor() {
        return Parser.any(name, fullName(), plain()).before(grammar.terminals.word(Keyword.POSSESSIVE));
    }

    /** A noun with what stands before it, without what follows. */
    Parser<Selection> head() {
        return head;
    }

    /** "players from Duke", where players are no rows but texts in a column of the only table that has it. */
    Parser<Selection> textual() {
        return grammar.terminals.words(Keyword.ALL).next(grammar.terminals.columnNoun(true))
                .keep(noun -> noun.whole().size() == 1 && noun.whole().getFirst().textual() && !noun.generic()
                        && noun.whole().getFirst().yes().isEmpty()
                                ? Optional.of(Selection.all(noun.whole().getFirst().table()))
                                : Optional.empty())
                .then(rows -> grammar.modifiers.on(rows)).costing(TEXTUAL);
    }

    private Parser<Selection> modified() {
        return head.then(noun -> grammar.modifiers.on(noun));
    }

    private Parser<Selection> possessed() {
        Parser<Selection> owned = possessor()
                .then(owner -> plain().then(noun -> grammar.links.related(noun, owner, true)));
        return Parser.any(plain(), owned, grammar.superlatives.before().costing(FOREMOST));
    }

    /** Quantifier, adjectives, noun, and what names the row. */
    Parser<Selection> plain() {
        Parser<Boolean> quantifier = grammar.terminals.words(Keyword.ALL, Keyword.ANY);
        Parser<Selection> bare = grammar.terminals.table().then(table -> identified(Selection.all(table)));
        Parser<Selection> described = values()
                .then(value -> bare.then(noun -> grammar.links.compared(noun, value)));
        Parser<Selection> dated = grammar.terminals.meaning(Time.class)
                .before(grammar.terminals.words(Keyword.POSSESSIVE))
                .then(time -> Parser.any(bare, described).keep(noun -> grammar.modifiers.during(noun, time)));
        return quantifier.next(Parser.any(bare, described, dated, kind()));
    }

    /** "Engineers": rows by a value that they have. */
    private Parser<Selection> kind() {
        return grammar.terminals.meaning(NamesKind.class).map(kind -> Selection.all(kind.attribute().table())
                .where(new Compared(kind.attribute(), new OneOf(List.of(kind.value()))))).costing(VALUED);
    }

    private Parser<Selection> identified(Selection noun) {
        Table table = noun.table();
        Parser<Selection> numbered = grammar.terminals.words(Keyword.NUMBER_OF)
                .next(grammar.comparisons.number())
                .keep(number -> grammar.links.graph().keyOf(table).filter(Attribute::numeric)
                        .filter(key -> !isNumberedOtherwise(table, key)).map(key -> noun
                                .where(new Compared(key, new Compares(new Than(Operator.EXACTLY, number))))));
        Parser<Selection> called = grammar.terminals.words(Keyword.NAMED).next(name)
                .where(named -> named.of(table)).map(named -> noun.where(named.conditions().getFirst()));
        Parser<Selection> inFull = grammar.terminals.words(Keyword.NAMED).next(fullName())
                .where(named -> named.of(table)).map(named -> noun.where(named.conditions().getFirst())
                        .where(named.conditions().getLast()));
        Parser<Selection> valued = grammar.terminals.words(Keyword.NAMED).next(values())
                .where(value -> value.attribute().table().name().equals(table.name())).map(noun::where).costing(VALUED);
        return Parser.any(Parser.empty(noun), numbered, called, inFull, valued);
    }

    /** "Card 4560" is so by its number, where that is another than its key. */
    private static boolean isNumberedOtherwise(Table table, Attribute key) {
        return table.columns().stream().anyMatch(column -> !column.equals(key.column())
                && column.name().toLowerCase(Locale.ROOT).endsWith("_number"));
    }

    /** One value, or several of the same column: "USA or Fantasy", "Alice and Bob". */
    Parser<Compared> values() {
        Parser<Stored> stored = grammar.terminals.meaning(Stored.class);
        Parser<Stored> costed = Parser.any(stored.where(Stored::whole),
                stored.where(value -> !value.whole()).costing(PART_OF_A_NAME));
        Parser<Stored> either = grammar.terminals.words(Keyword.EITHER).next(several(costed, Keyword.OR));
        Parser<Stored> all = several(costed, Keyword.AND).where(value -> !saysNothing(value));
        return Parser.any(either, all)
                .where(value -> !endsInOtherColumn(value))
                .then(value -> Parser.any(Parser.empty(value), kindOf(value)))
                .map(value -> new Compared(value.attribute(), new OneOf(value.values())));
    }

    /** "Sonoma County", where counties have a column of their own: whether it is that name or the county is open. */
    private boolean endsInOtherColumn(Stored value) {
        return value.values().stream().map(text -> text.substring(text.lastIndexOf(' ') + 1))
                .anyMatch(last -> value.values().stream().anyMatch(text -> text.length() > last.length())
                        && grammar.links.graph().tables().stream()
                                .flatMap(table -> grammar.links.graph().attributesOf(table).stream())
                                .anyMatch(attribute -> attribute.textual() && !attribute.equals(value.attribute())
                                        && attribute.column().name().equalsIgnoreCase(last)));
    }

    /** What A and B share is not what either has. */
    private Parser<Stored> several(Parser<Stored> value, Keyword joint) {
        if (grammar.terminals.asksForShared()) {
            return value;
        }
        Parser<Boolean> again = grammar.terminals.word(joint).where(word -> word == Keyword.OR)
                .next(grammar.terminals.word(Keyword.IN, Keyword.FROM, Keyword.AT)).map(word -> true);
        Parser<Boolean> link = Parser.any(grammar.terminals.joint(joint), again);
        return value.then(first -> grammar.effort.chain(first, so -> link.next(value)
                .where(more -> more.attribute().equals(so.attribute())
                        && Collections.disjoint(so.values(), more.values()))
                .map(more -> both(so, more))));
    }

    /** "Male and female" are all there are: then each is asked for by itself. */
    private static boolean saysNothing(Stored value) {
        return value.values().size() > 1 && value.values().containsAll(value.attribute().column().values());
    }

    /** "Los Angeles county", "the banking industry": the column's noun behind its value. */
    private Parser<Stored> kindOf(Stored value) {
        return Parser.any(Parser.empty(true), grammar.terminals.word(Keyword.FOR, Keyword.AS).map(word -> true))
                .next(grammar.terminals.columnNoun()).where(noun -> noun.named().stream()
                        .anyMatch(named -> named.attribute().equals(value.attribute())))
                .map(noun -> value);
    }

    private static Stored both(Stored one, Stored other) {
        List<String> values = new ArrayList<>(one.values());
        other.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        return new Stored(one.attribute(), values, one.whole());
    }

    private Parser<Selection> names() {
        return Parser.any(storedName(), unknown());
    }

    Parser<Selection> storedName() {
        return values().where(this::isName).map(value -> Selection.all(value.attribute().table()).where(value));
    }

    /** A first and a last name that are stored side by side. */
    Parser<Selection> fullName() {
        return grammar.terminals.meaning(Stored.class).where(Stored::whole).then(first -> {
            Table table = first.attribute().table();
            List<Attribute> names = grammar.links.graph().namesOf(table);
            return names.size() != 2 || !names.getFirst().equals(first.attribute())
                    ? Parser.none()
                    : grammar.terminals.meaning(Stored.class).where(Stored::whole)
                            .where(last -> last.attribute().equals(names.getLast()))
                            .map(last -> Selection.all(table).where(compared(first)).where(compared(last)));
        });
    }

    private static Compared compared(Stored value) {
        return new Compared(value.attribute(), new OneOf(value.values()));
    }

    private Parser<Selection> unknown() {
        Parser<Selection> all = Parser.none();
        for (Table table : grammar.links.graph().tables()) {
            all = Parser.any(all, grammar.terminals.meaning(ProperName.class).<Selection>keep(spelled -> named(table,
                    new Spelled(spelled.text()))).costing(NOT_STORED));
        }
        return all;
    }

    private Optional<Selection> named(Table table, Test test) {
        return grammar.links.named(table, test);
    }

    private boolean isName(Compared value) {
        return grammar.links.graph().isName(value.attribute());
    }
}
