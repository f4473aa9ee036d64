package io.askwell.interpreter.wording;

import io.askwell.domain.agent.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes cells and rows as text. */
final class Cells {
    private static final int MOST_LISTED = 20;
    /** An average has as many decimals as the database cares to give. */
    private static final int MOST_DECIMALS = 6;
    private static final int SHOWN_DECIMALS = 2;

    private Cells() {}

    static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "unknown";
            case BigDecimal number -> (number.scale() > MOST_DECIMALS
                    ? number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)
                    : number).toPlainString();
            case Boolean truth -> truth ? "yes" : "no";
            default -> cell.toString();
        };
    }

    /** The first cell as a count. */
    static long count(Rows rows) {
        return !rows.isEmpty() && rows.values().getFirst().getFirst() instanceof Number number ? number.longValue() : 0;
    }

    /** "id 1, order date 2024-05-01", without what is not known. */
    static String labelled(Rows rows, int row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            Object cell = rows.values().get(row).get(i);
            if (cell != null) {
                parts.add(rows.columns().get(i).replace('_', ' ') + " " + text(cell));
            }
        }
        return String.join(", ", parts);
    }

    /** The texts of all rows, shortened where they are many. */
    static String all(Rows rows, String separator, IntFunction<String> row) {
        String shown = String.join(separator,
                IntStream.range(0, Math.min(rows.size(), MOST_LISTED)).mapToObj(row).toList());
        int more = rows.size() - MOST_LISTED;
        return more > 0 ? shown + separator + "and " + more + " more" : shown;
    }
}
