package io.askwell.persistence.agent;

import io.askwell.domain.agent.Rows;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one query up to its caps. */
final class RowCollector {
    private final QueryCaps caps;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private List<String> columns = List.of();
    private long bytes;
    private boolean truncated;

    RowCollector(QueryCaps caps) {
        this.caps = caps;
    }

    /** Takes the row, or says false once a cap is reached: then there is no use in reading on. */
    boolean offer(List<@Nullable Object> row) {
        for (Object cell : row) {
            bytes += cell == null ? 0 : cell.toString().length();
        }
        truncated = rows.size() == caps.maxRows() || bytes > caps.maxBytes();
        if (!truncated) {
            rows.add(row);
        }
        return !truncated;
    }

    List<@Nullable Object> read(Row row, RowMetadata metadata) {
        names(metadata);
        var cells = new ArrayList<@Nullable Object>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(cell(row, i));
        }
        return cells;
    }

    void names(RowMetadata metadata) {
        if (columns.isEmpty()) {
            columns = metadata.getColumnMetadatas().stream().map(column -> column.getName()).toList();
        }
    }

    boolean isEmpty() {
        return rows.isEmpty() && !truncated;
    }

    Rows rows() {
        return new Rows(columns, rows, truncated);
    }

    private static @Nullable Object cell(Row row, int column) {
        try {
            return cell(row.get(column));
        } catch (NumberFormatException notANumber) {
            // NaN and infinity are values of numeric.
            return row.get(column, String.class);
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean bool -> bool;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            // Not BigDecimal's constructor, which would show the digits of the binary fraction. NaN stays text.
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : number.toString();
            case Float number -> Float.isFinite(number) ? new BigDecimal(number.toString()) : number.toString();
            case LocalDate day when day.equals(LocalDate.MAX) -> "infinity";
            case LocalDate day when day.equals(LocalDate.MIN) -> "-infinity";
            case Temporal time -> time;
            case Json json -> json.asString();
            case Object[] array -> Arrays.deepToString(array);
            default -> value.toString();
        };
    }
}
