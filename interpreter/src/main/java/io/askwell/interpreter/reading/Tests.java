package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Grades;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.Between;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Comparison.ThanFigure;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Period;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Spelled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a given column is held against: a stored value, a number, a stretch of days, the average. */
final class Tests {
    private final Grammar grammar;

    Tests(Grammar grammar) {
        this.grammar = grammar;
    }

    Parser<Test> of(Attribute attribute) {
        Parser<Test> value = grammar.entities.values().where(found -> found.attribute().equals(attribute))
                .map(Compared::test);
        Parser<Test> spelled = attribute.textual()
                ? grammar.terminals.meaning(ProperName.class).map(name -> new Spelled(name.text()))
                : Parser.none();
        Parser<Comparison> compared = attribute.numeric()
                ? Parser.any(grammar.comparisons.comparison(), grammar.comparisons.exactly())
                        .before(grammar.comparisons.unitOf(attribute))
                : Parser.none();
        Parser<Test> figure = attribute.numeric()
                ? grammar.comparisons.operator()
                        .then(operator -> Parser.any(figure(operator, attribute), row(operator, attribute)))
                : Parser.none();
        // "whose age is younger than 20"
        Parser<Test> graded = attribute.numeric()
                ? grammar.terminals.meaning(Grades.class).where(grades -> !grades.most()
                        && grades.nouns().stream().anyMatch(Words.ofName(attribute.column().name())::contains))
                        .then(grades -> than(grades.more() ? Operator.MORE : Operator.LESS, attribute))
                : Parser.none();
        return Parser.any(value, spelled, compared.map(Compares::new), time(attribute), figure, graded);
    }

    /** What stands behind "older than": where dates of birth are stored, no number of years. */
    Parser<Test> than(Grades grades, Graded by) {
        Operator operator = by.more() ? Operator.MORE : Operator.LESS;
        return by.more() == grades.more() ? than(operator, by.by()) : row(operator, by.by());
    }

    private Parser<Test> than(Operator operator, Attribute attribute) {
        Parser<Test> number = grammar.comparisons.number().before(grammar.terminals.words(Keyword.YEARS_OLD))
                .before(grammar.comparisons.unitOf(attribute))
                .map(value -> new Compares(new Than(operator, value)));
        return Parser.any(number, figure(operator, attribute), row(operator, attribute));
    }

    /** "Bob", "that of the customer Bob": of several of that name, more is more than all have, and less is less. */
    private Parser<Test> row(Operator operator, Attribute attribute) {
        boolean more = isMore(operator);
        Parser<Boolean> that = Parser.any(Parser.empty(true), grammar.terminals.word(Keyword.THAT)
                .next(grammar.terminals.word(Keyword.OF)).map(word -> true));
        return operator == Operator.EXACTLY
                ? Parser.none()
                : that.next(Parser.any(grammar.entities.storedName(), grammar.entities.fullName(),
                        grammar.entities.plain())).where(rows -> rows.of(attribute.table()))
                        .keep(this::names)
                        .map(names -> new Compares(new ThanFigure(operator, more ? Folding.HIGHEST : Folding.LOWEST,
                                attribute, names)));
    }

    /** What names a row, where nothing else is said of it. */
    private Optional<List<Compared>> names(Selection rows) {
        List<Compared> names = rows.conditions().stream()
                .filter(condition -> condition instanceof Compared(var column, OneOf(var values), var holds) && holds
                        && values.size() == 1 && (grammar.links.graph().isName(column)
                                || grammar.links.graph().namesOf(rows.table()).contains(column)))
                .map(Compared.class::cast).toList();
        return names.isEmpty() || names.size() < rows.conditions().size() ? Optional.empty() : Optional.of(names);
    }

    /** "average", "the average amount", "the average order". */
    Parser<Test> average(Operator operator, Attribute attribute) {
        Parser<Boolean> noun = Parser.any(Parser.empty(true),
                Parser.any(grammar.terminals.column(), grammar.items.columnOf(attribute.table()))
                        .where(attribute::equals).map(same -> true),
                grammar.terminals.table(false).where(table -> table.name().equals(attribute.table().name()))
                        .map(same -> true));
        return grammar.terminals.word(Keyword.AVERAGE).next(noun)
                .map(word -> new Compares(new ThanFigure(operator, Folding.AVERAGE, attribute)));
    }

    /** "the average age", "the average", "the maximum weight of all wrestlers". */
    private Parser<Test> figure(Operator operator, Attribute attribute) {
        Parser<Folding> how = grammar.terminals.word(Keyword.AVERAGE, Keyword.HIGHEST, Keyword.LOWEST)
                .map(Amounts::folding);
        Parser<Boolean> noun = Parser.any(Parser.empty(true), grammar.terminals.words(Keyword.OF, Keyword.ALL)
                .next(grammar.items.columnOf(attribute.table())).where(attribute::equals).map(same -> true));
        Parser<Boolean> ofAll = Parser.any(Parser.empty(true), grammar.terminals
                .word(Keyword.OF, Keyword.FOR, Keyword.AMONG_ALL)
                .next(grammar.terminals.words(Keyword.ALL)).next(grammar.terminals.table())
                .where(table -> table.name().equals(attribute.table().name())).map(table -> true));
        return how.before(noun).before(ofAll)
                .map(fold -> new Compares(new ThanFigure(operator, fold, attribute)));
    }

    /** "... or less than 500" behind "over 1500": another test of the same column. */
    Parser<Test> otherwise(Attribute attribute, Test first) {
        return first instanceof Compares || first instanceof During
                ? grammar.terminals.word(Keyword.OR).next(of(attribute)).where(other -> isApart(first, other))
                : Parser.none();
    }

    /** Over so much or under so much: "over 30 or over 40" would have to say of what. */
    private static boolean isApart(Test one, Test other) {
        if (one instanceof Compares(Than(var first, var from)) && other instanceof Compares(Than(var second, var to))) {
            return isMore(first) != isMore(second) && first != Operator.EXACTLY && second != Operator.EXACTLY;
        }
        return one instanceof During && other instanceof During && !one.equals(other);
    }

    private static boolean isMore(Operator operator) {
        return operator == Operator.MORE || operator == Operator.AT_LEAST;
    }

    private Parser<Test> time(Attribute attribute) {
        Parser<Time> said = grammar.terminals.meaning(Time.class);
        if (attribute.dated()) {
            return said.map(found -> new During(found.period()));
        }
        boolean year = attribute.numeric() && attribute.column().name().toLowerCase(java.util.Locale.ROOT)
                .contains("year");
        return year ? said.keep(found -> ofYears(found.period()).map(Compares::new)) : Parser.none();
    }

    /** A stretch of whole years as what a column of years is held against. */
    static Optional<Comparison> ofYears(Period period) {
        LocalDate from = period.from();
        LocalDate until = period.until();
        boolean whole = (from == null || from.getDayOfYear() == 1) && (until == null || until.getDayOfYear() == 1);
        if (!whole) {
            return Optional.empty();
        }
        BigDecimal first = from == null ? BigDecimal.ZERO : BigDecimal.valueOf(from.getYear());
        BigDecimal next = until == null ? BigDecimal.ZERO : BigDecimal.valueOf(until.getYear());
        if (from == null) {
            return Optional.of(new Than(Operator.LESS, next));
        }
        if (until == null) {
            return Optional.of(new Than(Operator.AT_LEAST, first));
        }
        return Optional.of(until.getYear() - from.getYear() == 1
                ? new Than(Operator.EXACTLY, first)
                : new Between(first, next.subtract(BigDecimal.ONE)));
    }
}
