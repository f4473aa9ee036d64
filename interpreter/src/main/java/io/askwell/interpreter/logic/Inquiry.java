package io.askwell.interpreter.logic;

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
    record Breakdown(Measure measure, Grouping by, Optional<Rank> rank) implements Inquiry {}

    /** Whether there is any. */
    record Presence(Selection of) implements Inquiry {}

    /**
     * Whether a name is stored that seemed not to be.
     *
     * @param text as the question spells it
     */
    record Lookup(Attribute name, String text) implements Inquiry {}
}
