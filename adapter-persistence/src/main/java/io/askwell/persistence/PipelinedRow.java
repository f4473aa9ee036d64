package io.askwell.persistence;

import io.r2dbc.spi.Readable;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** A row of the pipelined client, to be read as one of R2DBC. */
record PipelinedRow(Row row) implements Readable {
    @Override
    public @Nullable Object get(int index) {
        return row.getValue(index);
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        return row.get(type, index);
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return row.get(type, name);
    }
}
