package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.lexicon.Meaning.Quantity;
import io.askwell.interpreter.lexicon.Units;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.Between;
import io.askwell.interpreter.logic.Comparison.Operator;
import io.askwell.interpreter.logic.Comparison.Than;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what a number is held against: "over 100", "at least two", "between 1 and 5", "3 or more". */
final class Comparisons {
    private final Terminals terminals;

    Comparisons(Terminals terminals) {
        this.terminals = terminals;
    }

    Parser<Comparison> comparison() {
        return comparison(number());
    }

    /** How often: "twice", "more than once", "at least 3 times". */
    Parser<Comparison> times() {
        Parser<BigDecimal> words = terminals.word(Keyword.ONCE, Keyword.TWICE)
                .map(word -> BigDecimal.valueOf(word == Keyword.ONCE ? 1 : 2));
        Parser<BigDecimal> often = Parser.any(words, number().before(terminals.word(Keyword.TIMES)));
        Parser<Comparison> exactly = often.map(value -> new Than(Operator.EXACTLY, value));
        return Parser.any(comparison(often), comparison(number()).before(terminals.word(Keyword.TIMES)), exactly);
    }

    private Parser<Comparison> comparison(Parser<BigDecimal> number) {
        Parser<Comparison> than = operator().then(found -> number.map(value -> new Than(found, value)));
        Parser<Comparison> orMore = number.before(terminals.word(Keyword.OR_MORE))
                .map(value -> new Than(Operator.AT_LEAST, value));
        Parser<Comparison> orLess = number.before(terminals.word(Keyword.OR_LESS))
                .map(value -> new Than(Operator.AT_MOST, value));
        Parser<Comparison> between = Parser.any(range(number, Keyword.BETWEEN, Keyword.AND),
                range(number, Keyword.FROM, Keyword.TO));
        return Parser.any(than, orMore, orLess, between);
    }

    Parser<Operator> operator() {
        return Parser.any(terminals.symbol(),
                terminals.word(Keyword.MORE, Keyword.AT_LEAST, Keyword.LESS, Keyword.AT_MOST, Keyword.EXACTLY)
                        .map(Comparisons::operator));
    }

    Parser<BigDecimal> number() {
        return terminals.meaning(Quantity.class).map(Quantity::number);
    }

    /** "km" behind a number that a column is held against, unless that is in another unit; nothing where it is not said. */
    Parser<Boolean> unitOf(Attribute column) {
        return Parser.any(Parser.empty(true), terminals.spelledOut(terminals.word(Keyword.UNIT))
                .where(said -> Units.fit(said.text(), column)).map(said -> true));
    }

    /** A bare number, which is then meant exactly. */
    Parser<Comparison> exactly() {
        return number().map(value -> new Than(Operator.EXACTLY, value));
    }

    private Parser<Comparison> range(Parser<BigDecimal> number, Keyword opening, Keyword link) {
        return terminals.word(opening).next(number).before(terminals.word(link)).join(number,
                (low, high) -> Optional.of(new Between(low.min(high), low.max(high))));
    }

    private static Operator operator(Keyword keyword) {
        return switch (keyword) {
            case MORE -> Operator.MORE;
            case AT_LEAST -> Operator.AT_LEAST;
            case LESS -> Operator.LESS;
            case AT_MOST -> Operator.AT_MOST;
            default -> Operator.EXACTLY;
        };
    }
}
