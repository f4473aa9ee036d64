package io.askwell.benchmarks.questions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How rows agree with the gold ones. Rows are multisets, and columns may stand in any order. */
enum Match {
    /** The same rows. */
    SAME,
    /** All rows that tie for the last place, of which the gold keeps one. */
    TIES,
    /** The same rows, with more columns than the gold has. */
    MORE_COLUMNS, DIFFERENT;

    private static final int MOST_COLUMNS = 7;

    /** @param cutOff whether the gold keeps a number of rows, whatever ties */
    static Match of(List<List<String>> rows, int width, List<List<String>> gold, boolean cutOff) {
        if (gold.isEmpty()) {
            return rows.isEmpty() ? SAME : DIFFERENT;
        }
        int goldWidth = gold.getFirst().size();
        if (rows.size() < gold.size() || width < goldWidth) {
            return DIFFERENT;
        }
        Map<List<String>, Integer> wanted = counted(gold);
        boolean sameSize = rows.size() == gold.size();
        if (!sameSize && !cutOff) {
            return DIFFERENT;
        }
        for (List<Integer> order : orders(width, goldWidth, rows, gold)) {
            Map<List<String>, Integer> found = counted(rows.stream()
                    .map(row -> order.stream().map(row::get).toList()).toList());
            boolean contained = wanted.entrySet().stream()
                    .allMatch(row -> found.getOrDefault(row.getKey(), 0) >= row.getValue());
            if (contained) {
                return width > goldWidth ? MORE_COLUMNS : sameSize ? SAME : TIES;
            }
        }
        return DIFFERENT;
    }

    boolean isRight() {
        return this == SAME || this == TIES;
    }

    private static Map<List<String>, Integer> counted(List<List<String>> rows) {
        Map<List<String>, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }

    /** Each way to choose columns for those of the gold whose values could be there. */
    private static List<List<Integer>> orders(int width, int goldWidth, List<List<String>> rows,
            List<List<String>> gold) {
        if (width > MOST_COLUMNS) {
            return width == goldWidth ? List.of(IntStream.range(0, width).boxed().toList()) : List.of();
        }
        List<List<Integer>> orders = List.of(List.of());
        for (int place = 0; place < goldWidth; place++) {
            int at = place;
            Map<List<String>, Integer> wanted = counted(gold.stream().map(row -> List.of(row.get(at))).toList());
            List<Integer> fitting = IntStream.range(0, width).filter(column -> {
                Map<List<String>, Integer> found = counted(rows.stream().map(row -> List.of(row.get(column))).toList());
                return wanted.entrySet().stream()
                        .allMatch(cell -> found.getOrDefault(cell.getKey(), 0) >= cell.getValue());
            }).boxed().toList();
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : orders) {
                fitting.stream().filter(column -> !order.contains(column)).forEach(column -> {
                    List<Integer> next = new ArrayList<>(order);
                    next.add(column);
                    longer.add(next);
                });
            }
            orders = longer;
        }
        return orders;
    }
}
