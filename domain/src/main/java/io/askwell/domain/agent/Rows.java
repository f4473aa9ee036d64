package io.askwell.domain.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query returned.
 *
 * @param columns names in order; a name may stand twice
 * @param values a list per row, as long as {@code columns}. A cell is null, a {@link String}, {@link Boolean},
 *        {@link Long}, {@link java.math.BigDecimal}, or a {@code java.time} value; other types of the database come as
 *        their text
 * @param truncated whether there were more rows than the caps let through
 */
public record Rows(List<String> columns, List<List<@Nullable Object>> values, boolean truncated) {
    public Rows {
        columns = List.copyOf(columns);
        values = values.stream().map(row -> Collections.unmodifiableList(new ArrayList<@Nullable Object>(row)))
                .toList();
    }

    public int size() {
        return values.size();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
