package io.askwell.interpreter.wording;

import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Grouping;
import io.askwell.interpreter.logic.Grouping.By;
import io.askwell.interpreter.logic.Grouping.Calendar;
import io.askwell.interpreter.logic.Grouping.Each;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Breakdown;
import io.askwell.interpreter.logic.Inquiry.Extreme;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Item;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.Inquiry.Presence;
import io.askwell.interpreter.logic.Inquiry.Report;
import io.askwell.interpreter.logic.Inquiry.Sort;
import io.askwell.interpreter.logic.Measure;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Rank;
import io.askwell.interpreter.logic.SchemaGraph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how a question was understood: "Counted orders of the customer named Alice Wonderland." */
public final class ReadingSentence {
    private final Descriptions descriptions;

    public ReadingSentence(SchemaGraph graph) {
        this.descriptions = new Descriptions(graph);
    }

    public String of(Inquiry inquiry) {
        return switch (inquiry) {
            case Listing(var of, var columns, var sort) ->
                "Listed " + (columns.isEmpty() ? "" : "the " + columns(columns) + " of ") + descriptions.definite(of)
                        + sort.map(ReadingSentence::sort).orElse("");
            case Extreme extreme -> "Found " + (extreme.columns().isEmpty()
                    ? ""
                    : "the " + columns(extreme.columns())
                            + " of ")
                    + "the " + descriptions.extreme(extreme, extreme.rank().isOne()) + ", by "
                    + Nouns.of(extreme.by());
            case Figure(var measure) -> figure(measure);
            case Breakdown(var measure, var by, var rank) -> figure(measure) + group(by)
                    + rank.map(kept -> ", and kept the " + end(kept)).orElse("");
            case Report report -> report(report);
            case Presence(var of) -> "Checked whether there are " + descriptions.plural(of);
            case Lookup(var name, var text) -> "Looked up the " + Nouns.singular(name.table()) + " named " + text;
        } + ".";
    }

    private static String sort(Sort sort) {
        return ", sorted by " + Nouns.of(sort.by()) + (sort.descending() ? " from high to low" : "");
    }

    private String report(Report report) {
        String kept = report.rank()
                .map(rank -> ", and kept the " + end(rank) + " by " + item(report.order().getFirst().by())).orElse("");
        String sorted = report.rank().isPresent() || report.order().isEmpty()
                ? ""
                : ", sorted by " + report.order().stream().map(order -> item(order.by())
                        + (order.descending() ? " from high to low" : "")).collect(Collectors.joining(", "));
        String groups = report.groups().isEmpty() ? "" : " for each " + columns(report.groups());
        String having = report.having().stream()
                .map(met -> " with " + Descriptions.comparison(met.comparison()) + " as " + item(met.figure()))
                .collect(Collectors.joining(" and"));
        return "Listed the " + (report.distinct() ? "different " : "")
                + report.items().stream().map(ReadingSentence::item).collect(Collectors.joining(", ")) + " of "
                + descriptions.definite(report.of()) + groups + having + sorted + kept;
    }

    private static String item(Item item) {
        return switch (item) {
            case Item.Cell(var attribute) -> Nouns.of(attribute);
            case Item.RowCount() -> "number of rows";
            case Item.Folded(var how, var attribute) -> Descriptions.figure(how, attribute) + Nouns.of(attribute);
        };
    }

    private String figure(Measure measure) {
        return switch (measure) {
            case Count(var of) -> "Counted " + descriptions.plural(of);
            case Fold(var how, var attribute, var of) -> switch (how) {
                case SUM -> "Added up the ";
                case AVERAGE -> "Averaged the ";
                case HIGHEST, LOWEST -> "Found the " + Descriptions.figure(how, attribute);
                case DISTINCT -> "Counted the different values of ";
            } + Nouns.of(attribute) + " of " + descriptions.definite(of);
        };
    }

    private String group(Grouping by) {
        return switch (by) {
            case Each(var of) -> " for each " + descriptions.singular(of);
            case By(var attribute) -> " for each " + Nouns.of(attribute);
            case Calendar(var date, var unit) ->
                " for each " + unit.name().toLowerCase(Locale.ROOT) + " of the " + Nouns.of(date);
        };
    }

    static String columns(List<Attribute> columns) {
        return columns.stream().map(Nouns::of).collect(Collectors.joining(", "));
    }

    static String end(Rank rank) {
        String end = rank.highest() ? "highest" : "lowest";
        return Nouns.place(rank) + end;
    }
}
