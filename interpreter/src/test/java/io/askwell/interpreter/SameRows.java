package io.askwell.interpreter;

import io.askwell.domain.agent.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two queries found the same rows, whatever their columns are called and in whichever order they stand. */
public final class SameRows {
    private SameRows() {}

    /**
     * Each column of the gold rows is one of what was found, which may have more.
     *
     * @param inOrder whether the rows have to come in the same order too
     */
    public static boolean of(Rows gold, Rows found, boolean inOrder) {
        return gold.values().size() == found.values().size() && gold.columns().size() <= found.columns().size()
                && assigned(gold, found, new ArrayList<>(), inOrder);
    }

    /** Looks for a column of what was found for each column of the gold rows. */
    private static boolean assigned(Rows gold, Rows found, List<Integer> columns, boolean inOrder) {
        List<List<String>> expected = cells(gold, places(columns.size()));
        List<List<String>> actual = cells(found, columns);
        if (inOrder ? !expected.equals(actual) : !counted(expected).equals(counted(actual))) {
            return false;
        }
        if (columns.size() == gold.columns().size()) {
            return true;
        }
        for (int i = 0; i < found.columns().size(); i++) {
            if (!columns.contains(i)) {
                columns.add(i);
                if (assigned(gold, found, columns, inOrder)) {
                    return true;
                }
                columns.removeLast();
            }
        }
        return false;
    }

    private static List<Integer> places(int size) {
        return java.util.stream.IntStream.range(0, size).boxed().toList();
    }

    private static Map<List<String>, Integer> counted(List<List<String>> rows) {
        Map<List<String>, Integer> counted = new HashMap<>();
        rows.forEach(row -> counted.merge(row, 1, Integer::sum));
        return counted;
    }

    private static List<List<String>> cells(Rows rows, List<Integer> columns) {
        return rows.values().stream().map(row -> columns.stream().map(i -> cell(row.get(i))).toList()).toList();
    }

    /** Numbers by value, rounded as answers round them; whatever else by its text. */
    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number ->
                new BigDecimal(number.toString()).setScale(2, RoundingMode.HALF_UP).toPlainString();
            default -> value.toString();
        };
    }
}
