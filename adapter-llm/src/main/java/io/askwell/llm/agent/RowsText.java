package io.askwell.llm.agent;

import io.askwell.domain.agent.Rows;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON for the model, within a bound.
 *
 * @param json {@code {"columns":[…],"rows":[[…],…]}}
 * @param leftOut how many rows did not fit
 */
record RowsText(String json, int leftOut) {
    private static final int MAX_CELL = 1_000;

    static RowsText of(Rows rows, int maxBytes) {
        var json = new StringBuilder("{\"columns\":").append(array(rows.columns())).append(",\"rows\":[");
        int bytes = 0;
        int shown = 0;
        for (var row : rows.values()) {
            String line = array(row);
            bytes += line.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxBytes) {
                break;
            }
            json.append(shown == 0 ? "" : ",\n").append(line);
            shown++;
        }
        return new RowsText(json.append("]}").toString(), rows.size() - shown);
    }

    private static String array(List<? extends @Nullable Object> cells) {
        return cells.stream().map(cell -> DataEnvelope.json(plain(cell), MAX_CELL))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static @Nullable Object plain(@Nullable Object cell) {
        return cell == null || cell instanceof Boolean || cell instanceof Long || cell instanceof BigDecimal
                ? cell
                : cell.toString();
    }
}
