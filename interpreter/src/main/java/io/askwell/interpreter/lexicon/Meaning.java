package io.askwell.interpreter.lexicon;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Grouping.Unit;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.logic.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a stretch of words can mean. */
public sealed interface Meaning {

    /** Whether it is a noun for a table or a column. */
    default boolean namesTableOrColumn() {
        return this instanceof NamesTable || this instanceof NamesColumn;
    }

    /** A word of English that carries structure, not content. */
    record Structure(Keyword keyword) implements Meaning {}

    /** A noun for the rows of a table. */
    record NamesTable(Table table) implements Meaning {}

    /** A noun for a column. */
    record NamesColumn(Attribute attribute, Fit fit) implements Meaning {
        public NamesColumn(Attribute attribute) {
            this(attribute, Fit.WHOLE);
        }
    }

    /**
     * How well a noun names a column. The end, the beginning or another part of its name is enough only where the table is
     * known, as in "names of the customers" for `customer_name`.
     */
    enum Fit {
        WHOLE, END, BEGINNING, PART
    }

    /**
     * A verb for what rows of one table do to rows of another.
     *
     * @param subject empty for a verb that fits whatever table is linked
     */
    record Acts(Optional<Table> subject, Table object) implements Meaning {}

    /** A verb for a figure, such as "spent". */
    record Yields(Folding how, Attribute attribute) implements Meaning {}

    /** A noun for a figure, such as "revenue". */
    record NamesMeasure(Folding how, Attribute attribute) implements Meaning {}

    /** A noun for rows by what they do, such as "spender". */
    record NamesDoer(Folding how, Attribute attribute, Table doer) implements Meaning {}

    /** A stretch of the calendar as a unit: "month". */
    record NamesUnit(Unit unit) implements Meaning {}

    /**
     * A stored value.
     *
     * @param values as stored: several only where they differ in case alone
     * @param whole whether the words are the whole value and not a part of it
     */
    record Stored(Attribute attribute, List<String> values, boolean whole) implements Meaning {
        public Stored {
            values = List.copyOf(values);
        }
    }

    /** A stored value in the plural, as a noun for the rows that have it: "engineers". */
    record NamesKind(Attribute attribute, String value) implements Meaning {}

    /**
     * An adjective that compares by a column: "older than", "oldest".
     *
     * @param nouns what the column's name may end with
     * @param more whether it speaks of a higher number
     * @param most whether it is a superlative
     */
    record Grades(List<String> nouns, boolean more, boolean most) implements Meaning {
        public Grades {
            nouns = List.copyOf(nouns);
        }
    }

    /** A number. */
    record Quantity(BigDecimal number) implements Meaning {}

    /** A place in an order, from the second on: "third". */
    record InPlace(int place) implements Meaning {}

    /** A stretch of days, with its preposition. */
    record Time(Period period) implements Meaning {}

    /** Capitalised words, or words in quotes, that are not stored just so. */
    record ProperName(String text) implements Meaning {}
}
