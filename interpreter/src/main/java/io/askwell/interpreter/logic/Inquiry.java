package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Measure.Fold;
import io.askwell.interpreter.logic.Measure.Folding;
import java.util.List;
import java.util.Optional;

/** What a question asks: the logical form between its words and the SQL. */
public sealed interface Inquiry {

    /**
     * Which rows there are.
     *
     * @param columns those asked for, of this table or of tables that belong to it; none means the readable ones
     * @param sort empty where the question leaves the order open
     */
    record Listing(Selection of, List<Attribute> columns, Optional<Sort> sort) implements Inquiry {
        public Listing {
            columns = List.copyOf(columns);
        }

        public Listing(Selection of, List<Attribute> columns) {
            this(of, columns, Optional.empty());
        }
    }

    /** By a column of the rows' own table. */
    record Sort(Attribute by, boolean descending) {}

    /**
     * Which rows stand at the end of an order.
     *
     * @param by a column of the selection's own table
     * @param columns as for {@link Listing}
     */
    record Extreme(Selection of, Attribute by, Rank rank, List<Attribute> columns) implements Inquiry {
        public Extreme {
            columns = List.copyOf(columns);
        }
    }

    /** One number. */
    record Figure(Measure measure) implements Inquiry {}

    /**
     * A number for each group.
     *
     * @param rank the groups that are kept; empty means all
     */
    record Breakdown(Measure measure, Grouping by, Optional<Rank> rank) implements Inquiry {

        /**
         * Where one group is picked, the figure is told with it only if it is a sum: "which country has the most customers", or
         * the highest average, asks for the country.
         */
        public boolean tellsFigure() {
            return rank.isEmpty() || (measure instanceof Fold(var how, var attribute, var of)
                    && (how == Folding.SUM || (how != Folding.DISTINCT && !rank.get().isOne())));
        }
    }

    /**
     * Just what was asked for, of rows or of groups of them.
     *
     * @param items what is told, in this order; at least one
     * @param groups columns by which rows make groups; empty for single rows, unless every item is a figure
     * @param having what a group must meet
     * @param order by what the rows or groups are sorted
     * @param rank how many are kept from the end of the first order; empty means all
     * @param distinct whether what is alike is told once
     */
    record Report(Selection of, List<Item> items, List<Attribute> groups, List<Having> having, List<Order> order,
            Optional<Rank> rank, boolean distinct) implements Inquiry {
        public Report {
            items = List.copyOf(items);
            groups = List.copyOf(groups);
            having = List.copyOf(having);
            order = List.copyOf(order);
        }

        /** Columns of every row. */
        public Report(Selection of, List<Item> items) {
            this(of, items, List.of(), List.of(), List.of(), Optional.empty(), false);
        }

        public Report over(Selection rows) {
            return new Report(rows, items, groups, having, order, rank, distinct);
        }

        public Report sorted(List<Order> by) {
            return new Report(of, items, groups, having, by, rank, distinct);
        }

        public Report ranked(Order by, Rank kept) {
            return new Report(of, items, groups, having, List.of(by), Optional.of(kept), distinct);
        }

        public Report each() {
            return new Report(of, items, groups, having, order, rank, false);
        }

        public Report once() {
            return new Report(of, items, groups, having, order, rank, true);
        }
    }

    /** What is told of a row or of a group; its columns are of the rows' table or of one that belongs to it. */
    sealed interface Item {
        record Cell(Attribute attribute) implements Item {}

        /** How many rows there are in the group. */
        record RowCount() implements Item {}

        record Folded(Folding how, Attribute attribute) implements Item {}
    }

    record Order(Item by, boolean descending) {}

    record Having(Item figure, Comparison comparison) {}

    /** Whether there is any. */
    record Presence(Selection of) implements Inquiry {}

    /**
     * Whether a name is stored that seemed not to be.
     *
     * @param text as the question spells it
     */
    record Lookup(Attribute name, String text) implements Inquiry {}
}
