package io.askwell.interpreter.reading;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Quantity;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.logic.Change;
import io.askwell.interpreter.logic.Change.Among;
import io.askwell.interpreter.logic.Change.Columns;
import io.askwell.interpreter.logic.Change.Direction;
import io.askwell.interpreter.logic.Change.Groups;
import io.askwell.interpreter.logic.Change.Limit;
import io.askwell.interpreter.logic.Change.Order;
import io.askwell.interpreter.logic.Change.OtherColumn;
import io.askwell.interpreter.logic.Change.Rows;
import io.askwell.interpreter.logic.Change.Value;
import io.askwell.interpreter.logic.Change.When;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Period;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Slots;
import io.askwell.interpreter.logic.Test.Spelled;
import io.askwell.interpreter.token.TaggedQuestion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whole follow-ups, which are no questions by themselves: "and Bob?", "what about 2023?", "only the top 3". */
public final class FollowUps {
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2199);

    private final Grammar grammar;
    private final List<Table> heads;
    private final Optional<Measure> figure;

    private FollowUps(Grammar grammar, List<Table> heads, Optional<Measure> figure) {
        this.grammar = grammar;
        this.heads = heads;
        this.figure = figure;
    }

    /** All that a follow-up can ask to be changed of an inquiry; empty if it is none. */
    public static List<ChangeReading> after(Inquiry before, TaggedQuestion question, SchemaGraph graph) {
        Optional<Measure> figure = switch (before) {
            case Figure(var measure) -> Optional.of(measure);
            case Breakdown(var measure, var by, var rank) -> Optional.of(measure);
            default -> Optional.empty();
        };
        return read(question, graph, Slots.heads(before).stream().map(Selection::table).toList(), figure);
    }

    /** All that a follow-up can ask to be changed of some inquiry or other; empty if it is none. */
    public static List<ChangeReading> ofAny(TaggedQuestion question, SchemaGraph graph) {
        return read(question, graph, graph.tables(), Optional.empty());
    }

    private static List<ChangeReading> read(TaggedQuestion question, SchemaGraph graph, List<Table> heads,
            Optional<Measure> figure) {
        var grammar = new Grammar(question, graph);
        List<ChangeReading> readings = new FollowUps(grammar, heads, figure).whole().at(0).stream()
                .map(parse -> new ChangeReading(parse.value(), parse.cost())).distinct().toList();
        return grammar.effort.exhausted() ? List.of() : readings;
    }

    private Parser<Change> whole() {
        Parser<Boolean> opening = grammar.terminals.words(Keyword.POLITE, Keyword.AND, Keyword.FOLLOW_UP);
        Parser<Boolean> only = grammar.terminals.words(Keyword.ONLY);
        Parser<Boolean> closing = grammar.terminals.words(Keyword.THEM, Keyword.INSTEAD, Keyword.POLITE);
        return opening.next(only).then(limiting -> Parser.any(value(), otherColumn(limiting), time(), order(), limit(),
                columns(), groups(), rows(), among())).before(closing).before(grammar.terminals.end());
    }

    private Parser<Change> value() {
        Parser<Compared> placed = place().next(placeValue());
        Parser<Compared> named = grammar.terminals.words(Keyword.OF, Keyword.FOR, Keyword.FROM, Keyword.BY, Keyword.TO)
                .next(Parser.any(grammar.entities.values(), unknownName()))
                .before(grammar.terminals.words(Keyword.POSSESSIVE));
        return Parser.any(placed, named).map(Value::new);
    }

    /** After "only" it is one condition more. */
    private Parser<Change> otherColumn(boolean limiting) {
        Parser<Boolean> preposition = Parser.any(place(), grammar.terminals.word(Keyword.FROM).map(word -> true));
        return limiting ? Parser.none() : preposition.next(placeValue()).map(OtherColumn::new);
    }

    private Parser<Boolean> place() {
        return grammar.terminals.word(Keyword.IN, Keyword.AT).map(word -> true);
    }

    /** What stands where a place does is nobody's name. */
    private Parser<Compared> placeValue() {
        return grammar.entities.values().where(value -> !grammar.links.graph().isName(value.attribute()));
    }

    private Parser<Compared> unknownName() {
        return grammar.entities.name().keep(name -> name.conditions()
                .getFirst() instanceof Compared compared && compared.test() instanceof Spelled
                        ? Optional.of(compared)
                        : Optional.empty());
    }

    /** A year needs no preposition here. */
    private Parser<Change> time() {
        Parser<Period> year = grammar.terminals.meaning(Quantity.class).keep(number -> yearOf(number.number()));
        return Parser.any(grammar.terminals.meaning(Time.class).map(Time::period), year).map(When::new);
    }

    private static Optional<Period> yearOf(BigDecimal number) {
        if (number.scale() != 0 || number.compareTo(FIRST_YEAR) < 0 || number.compareTo(LAST_YEAR) > 0) {
            return Optional.empty();
        }
        LocalDate from = LocalDate.of(number.intValue(), 1, 1);
        return Optional.of(new Period(from, from.plusYears(1), "in " + number));
    }

    private Parser<Change> order() {
        Parser<Boolean> down = grammar.terminals.word(Keyword.DESCENDING, Keyword.ASCENDING)
                .map(word -> word == Keyword.DESCENDING);
        Parser<Change> by = grammar.terminals.word(Keyword.SORTED, Keyword.BY).next(grammar.terminals.column())
                .then(column -> Parser.any(down, Parser.empty(false)).map(descending -> new Order(column, descending)));
        return Parser.any(by, down.map(Direction::new));
    }

    private Parser<Change> limit() {
        return grammar.extremes.end().map(end -> new Limit(end.rank(), end.inTime()));
    }

    /** "And his city", "what is her email". */
    private Parser<Change> columns() {
        Parser<Boolean> asked = Parser.any(Parser.empty(true),
                grammar.terminals.word(Keyword.WHICH).next(grammar.terminals.words(Keyword.BE)));
        return asked.next(grammar.attributes.columns()).map(Columns::new);
    }

    private Parser<Change> groups() {
        return figure.map(measure -> grammar.amounts.groupings().of(measure).<Change>map(Groups::new))
                .orElse(Parser.none());
    }

    /** "Over 100", "those with orders", "Alice's"; "customer 3", "Alice's orders". */
    private Parser<Change> rows() {
        // "Who?" names rows, yet changes nothing.
        Parser<Selection> all = start -> grammar.terminals.word(Keyword.WHO, Keyword.WHERE).at(start).isEmpty()
                ? grammar.entities.phrase().at(start)
                : List.of();
        for (Table table : heads) {
            Selection head = Selection.all(table);
            all = Parser.any(all, grammar.terminals.words(Keyword.THEM).next(narrowed(head)),
                    grammar.entities.possessor().then(owner -> grammar.links.related(head, owner, true)));
        }
        return all.map(Rows::new);
    }

    /** "Which of them live in Wonderland". */
    private Parser<Change> among() {
        Parser<Selection> all = Parser.none();
        for (Table table : heads) {
            Selection head = Selection.all(table);
            all = Parser.any(all, narrowed(head), grammar.verbPhrases.on(head));
        }
        return grammar.terminals.word(Keyword.AMONG).next(all).map(Among::new);
    }

    private Parser<Selection> narrowed(Selection head) {
        return grammar.modifiers.on(head).where(rows -> !rows.conditions().isEmpty());
    }
}
