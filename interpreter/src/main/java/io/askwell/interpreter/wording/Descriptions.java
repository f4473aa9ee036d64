package io.askwell.interpreter.wording;

import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Comparison;
import io.askwell.interpreter.logic.Comparison.Between;
import io.askwell.interpreter.logic.Comparison.Than;
import io.askwell.interpreter.logic.Comparison.ThanFigure;
import io.askwell.interpreter.logic.Condition;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Either;
import io.askwell.interpreter.logic.Condition.Foremost;
import io.askwell.interpreter.logic.Condition.Measured;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Condition.Shared;
import io.askwell.interpreter.logic.Condition.Standing.ByColumn;
import io.askwell.interpreter.logic.Condition.Standing.ByFigure;
import io.askwell.interpreter.logic.Condition.Standing.ByFrequency;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.Contains;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Present;
import io.askwell.interpreter.logic.Test.Spelled;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Noun phrases for logical forms: "orders of the customer named Alice Wonderland". */
final class Descriptions {
    private final SchemaGraph graph;

    Descriptions(SchemaGraph graph) {
        this.graph = graph;
    }

    String plural(Selection selection) {
        return Nouns.plural(selection.table()) + conditions(selection);
    }

    /** "2 orders of ...", "1 order of ...", "no orders of ...". */
    String counted(Selection selection, long count) {
        return Nouns.counted(selection.table(), count) + conditions(selection);
    }

    /** With the article and number that fit: a thing with one name is one thing. */
    String definite(Selection selection) {
        return name(selection).isPresent()
                ? "the " + Nouns.singular(selection.table()) + conditions(selection)
                : plural(selection);
    }

    String singular(Selection selection) {
        return Nouns.singular(selection.table()) + conditions(selection);
    }

    String measure(Measure measure) {
        return switch (measure) {
            case Count(var of) -> "number of " + plural(of);
            case Fold(var how, var attribute, var of) ->
                figure(how, attribute) + Nouns.of(attribute) + " of " + definite(of);
        };
    }

    /** "latest order of ...", "2 largest orders of ...". */
    String extreme(Extreme extreme, boolean one) {
        boolean highest = extreme.rank().highest();
        String end = extreme.by().dated() ? highest ? "latest " : "earliest " : highest ? "largest " : "smallest ";
        return Nouns.place(extreme.rank()) + end + (one ? singular(extreme.of()) : plural(extreme.of()));
    }

    static String figure(Measure.Folding how, Attribute attribute) {
        return switch (how) {
            case SUM -> "sum of the ";
            case AVERAGE -> "average ";
            case HIGHEST -> attribute.dated() ? "latest " : "highest ";
            case LOWEST -> attribute.dated() ? "earliest " : "lowest ";
            case DISTINCT -> "number of different values of ";
        };
    }

    /** The one stored name that a selection is bound to. */
    Optional<String> name(Selection selection) {
        return selection.conditions().stream()
                .flatMap(condition -> condition instanceof Compared(var attribute, OneOf(var values), var holds)
                        && holds && values.size() == 1 && isName(attribute)
                                ? values.stream()
                                : Stream.empty())
                .findFirst();
    }

    /** With a blank before; what names the rows first, what needs a clause of its own last. */
    String conditions(Selection selection) {
        List<String> phrases = selection.conditions().stream().map(condition -> condition(selection, condition))
                .sorted(Comparator.comparingInt(Descriptions::weight)).toList();
        StringBuilder text = new StringBuilder();
        for (String phrase : phrases) {
            boolean nested = text.indexOf(" whose ") >= 0 || text.indexOf(" with") >= 0;
            text.append(nested ? ", and " : " ").append(phrase);
        }
        return text.toString();
    }

    private static int weight(String phrase) {
        return phrase.startsWith("named ") ? 0 : phrase.startsWith("of ") ? 1 : phrase.startsWith("whose ") ? 3 : 2;
    }

    private String condition(Selection selection, Condition condition) {
        return switch (condition) {
            case Compared(var attribute, Present present, var holds) ->
                (holds ? "with " : "without ") + Nouns.withArticle(Nouns.of(attribute));
            case Compared(var attribute, var test, var holds) when isName(attribute) && named(test) ->
                (holds ? "named " : "not named ") + test(test);
            case Compared(var attribute, var test, var holds) ->
                "whose " + Nouns.of(attribute) + (holds ? " is " : " is not ") + test(test);
            case Either(var conditions, var holds) -> (holds ? "" : "not ") + conditions.stream()
                    .map(one -> condition(selection, one)).collect(Collectors.joining(" or "));
            case Related(var to, var exists) when toMany(selection, to) ->
                exists ? "with " + Nouns.withArticle(singular(to)) : "with no " + plural(to);
            case Related(var to, var exists) -> (exists ? "of " : "not of ") + definite(to);
            case Measured(Count(var of), var comparison, var holds) ->
                (holds ? "with " : "with not ") + counted(comparison, of) + linked(selection, of);
            case Measured(var measure, var comparison, var holds) ->
                "whose " + measure(measure) + (holds ? " is " : " is not ") + comparison(comparison);
            case Shared(var value, var by, var exists) ->
                "whose " + Nouns.of(value) + (exists ? " is that of " : " is not that of ")
                        + plural(by);
            case Foremost(ByFrequency(var attribute), var rank, var holds) ->
                (holds ? "with the " : "without the ") + (rank.highest() ? "most" : "least") + " common "
                        + Nouns.of(attribute);
            case Foremost(var by, var rank, var holds) -> (holds ? "with the " : "without the ")
                    + ReadingSentence.end(rank) + " " + switch (by) {
                        case ByColumn(var attribute) -> Nouns.of(attribute);
                        case ByFigure(Count(var of)) -> measure(new Count(of)) + linked(selection, of);
                        case ByFigure(var measure) -> measure(measure);
                        case ByFrequency(var attribute) -> Nouns.of(attribute);
                    };
        };
    }

    /** Where several links to one count several times, that is said. */
    private String linked(Selection from, Selection to) {
        return graph.path(from.table(), to.table()).filter(SchemaGraph::leadsThroughLinks)
                .map(path -> " by " + Nouns.plural(path.getFirst().to())).orElse("");
    }

    private String counted(Comparison comparison, Selection of) {
        boolean one = comparison instanceof Than(var operator, var number) && number.compareTo(BigDecimal.ONE) == 0;
        return comparison(comparison).replace("less than", "fewer than") + " " + (one ? singular(of) : plural(of));
    }

    private static boolean named(Test test) {
        return test instanceof OneOf || test instanceof Spelled;
    }

    private static String test(Test test) {
        return switch (test) {
            case OneOf(var values) -> either(values);
            case Spelled(var text) -> text;
            case Compares(var comparison) -> comparison(comparison);
            case During(var period) -> period.words();
            case Contains(var text, var place) -> switch (place) {
                case BEGINNING -> "something that begins with ";
                case ANYWHERE -> "something that contains ";
                case END -> "something that ends with ";
            } + '"' + text + '"';
            case Present() -> "known";
        };
    }

    private static String either(List<String> values) {
        return values.size() == 1
                ? values.getFirst()
                : String.join(", ", values.subList(0, values.size() - 1)) + " or " + values.getLast();
    }

    static String comparison(Comparison comparison) {
        return switch (comparison) {
            case Than(var operator, var number) -> operator.words() + " " + number.toPlainString();
            case ThanFigure(var operator, var how, var attribute, var of) when of.isEmpty() ->
                operator.words() + " the " + figure(how, attribute) + Nouns.of(attribute);
            case ThanFigure(var operator, var how, var attribute, var of) -> operator.words() + " the "
                    + Nouns.of(attribute) + of.stream()
                            .map(one -> Nouns.of(one.attribute()) + " is " + test(one.test()))
                            .collect(Collectors.joining(" and ", " of the one whose ", ""));
            case Between(var low, var high) -> "between %s and %s".formatted(low.toPlainString(), high.toPlainString());
        };
    }

    boolean isName(Attribute attribute) {
        return graph.isName(attribute);
    }

    private boolean toMany(Selection from, Selection to) {
        return graph.path(from.table(), to.table()).filter(path -> path.getFirst().toMany()).isPresent();
    }
}
