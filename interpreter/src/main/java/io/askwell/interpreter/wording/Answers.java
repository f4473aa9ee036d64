package io.askwell.interpreter.wording;

import io.askwell.domain.agent.Interpretation.Wording;
import io.askwell.domain.agent.Rows;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Grouping;
import io.askwell.interpreter.logic.Grouping.By;
import io.askwell.interpreter.logic.Grouping.Calendar;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.Inquiry.Presence;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the rows that answer an inquiry. */
public final class Answers {
    private final SchemaGraph graph;
    private final Descriptions descriptions;

    public Answers(SchemaGraph graph) {
        this.graph = graph;
        this.descriptions = new Descriptions(graph);
    }

    /** @param near for a {@link Lookup}: stored names like the one that is looked up */
    public Wording of(Inquiry inquiry, List<String> near) {
        return rows -> text(inquiry, near, rows)
                + (rows.truncated() ? " There were more rows than could be read." : "");
    }

    private String text(Inquiry inquiry, List<String> near, Rows rows) {
        return switch (inquiry) {
            case Listing(var of, var columns, var sort) ->
                new ListAnswers(graph, descriptions).listing(of, columns, rows);
            case Extreme extreme -> new ListAnswers(graph, descriptions).extreme(extreme, rows);
            case Report report -> new ListAnswers(graph, descriptions).report(report, rows);
            case Figure(Count(var of)) -> count(of, Cells.count(rows));
            case Figure(Fold fold) -> fold(fold, rows);
            case Breakdown breakdown -> breakdown(breakdown, rows);
            case Presence(var of) -> (Cells.count(rows) > 0 ? "Yes: " : "No: ") + lowerFirst(of, Cells.count(rows));
            case Lookup lookup -> lookup(lookup, near, rows);
        };
    }

    /** "Alice Wonderland has 2 orders." where somebody's are counted, or else "There are 2 orders ...". */
    private String count(Selection of, long count) {
        return possessed(of, count)
                .orElseGet(() -> (count == 1 ? "There is " : "There are ") + descriptions.counted(of, count) + ".");
    }

    private String lowerFirst(Selection of, long count) {
        return possessed(of, count)
                .orElseGet(() -> (count == 1 ? "there is " : "there are ") + descriptions.counted(of, count) + ".");
    }

    private Optional<String> possessed(Selection of, long count) {
        for (var condition : of.conditions()) {
            if (condition instanceof Related(var owner, var exists) && exists && owner.conditions().size() == 1
                    && descriptions.name(owner).isPresent()) {
                Selection rest = new Selection(of.table(),
                        of.conditions().stream().filter(other -> !other.equals(condition)).toList());
                return descriptions.name(owner)
                        .map(name -> name + " has " + descriptions.counted(rest, count) + ".");
            }
        }
        return Optional.empty();
    }

    private String fold(Fold fold, Rows rows) {
        if (fold.how() == Folding.DISTINCT) {
            long count = Cells.count(rows);
            String noun = count == 1 ? Nouns.of(fold.attribute()) : Nouns.plural(fold.attribute());
            return (count == 1 ? "There is " : "There are ") + Nouns.count(count) + " different " + noun
                    + (fold.of().conditions().isEmpty() ? "" : " of " + descriptions.plural(fold.of())) + ".";
        }
        Object value = rows.isEmpty() ? null : rows.values().getFirst().getFirst();
        if (value == null) {
            return "There are no " + descriptions.plural(fold.of()) + " with " + Nouns.withArticle(
                    Nouns.of(fold.attribute())) + ".";
        }
        return "The %s is %s.".formatted(descriptions.measure(fold), Cells.text(value));
    }

    private String breakdown(Breakdown breakdown, Rows rows) {
        if (rows.isEmpty()) {
            return breakdown.rank().filter(Rank::alone)
                    .map(rank -> "Nothing has the %s %s.".formatted(ReadingSentence.end(rank),
                            descriptions.measure(breakdown.measure())))
                    .orElseGet(() -> "There are no " + descriptions.plural(breakdown.measure().of()) + ".");
        }
        return breakdown.rank().map(rank -> ranked(breakdown, rank, rows))
                .orElseGet(() -> capital(descriptions.measure(breakdown.measure())) + " for each "
                        + group(breakdown.by()) + ":\n" + Cells.all(rows, "\n", row -> line(rows, row)));
    }

    private String ranked(Breakdown breakdown, Rank rank, Rows rows) {
        String figure = value(breakdown.measure());
        boolean told = breakdown.tellsFigure();
        if (rank.isOne() && rows.size() == 1) {
            return "%s, with the %s %s%s.".formatted(told ? label(rows, 0) : row(rows, 0),
                    ReadingSentence.end(rank), figure,
                    told ? ": " + Cells.text(rows.values().getFirst().getLast()) : "");
        }
        return (rank.isOne()
                ? rows.size() + " share the " + ReadingSentence.end(rank) + " "
                : "The " + ReadingSentence.end(rank) + " by ") + figure + ":\n"
                + Cells.all(rows, "\n", row -> told ? line(rows, row) : row(rows, row));
    }

    private static String row(Rows rows, int row) {
        return rows.values().get(row).stream().map(Cells::text).collect(Collectors.joining(", "));
    }

    private String value(Measure measure) {
        return descriptions.measure(measure);
    }

    private String group(Grouping by) {
        return switch (by) {
            case Each(var of) -> descriptions.singular(of);
            case By(var attribute) -> Nouns.of(attribute);
            case Calendar(var date, var unit) -> unit.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String line(Rows rows, int row) {
        return label(rows, row) + ": " + Cells.text(rows.values().get(row).getLast());
    }

    private static String label(Rows rows, int row) {
        var cells = rows.values().get(row);
        return String.join(", ", cells.subList(0, cells.size() - 1).stream().map(Cells::text).toList());
    }

    private static String lookup(Lookup lookup, List<String> near, Rows rows) {
        String noun = Nouns.singular(lookup.name().table());
        if (!rows.isEmpty()) {
            return "There is %s named %s now. Please ask again.".formatted(Nouns.withArticle(noun),
                    Cells.text(rows.values().getFirst().getFirst()));
        }
        String absent = "There is no %s named %s.".formatted(noun, lookup.text());
        return near.isEmpty() ? absent : absent + " Did you mean " + String.join(" or ", near) + "?";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
