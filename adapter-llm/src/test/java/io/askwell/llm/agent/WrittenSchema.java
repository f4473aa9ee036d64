package io.askwell.llm.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A schema as a file has it: a line for each table, {@code name: column type>table it points at, … -- comment}. */
final class WrittenSchema {
    private WrittenSchema() {}

    /** A shop with 60 tables. */
    static Schema sixtyTables() {
        return of(lines("sixty-tables.txt"));
    }

    /** The first five tables that orders are about. */
    static Schema fiveTables() {
        List<String> few = List.of("customer:", "address:", "orders:", "order_item:", "product:");
        return of(lines("sixty-tables.txt").stream().filter(line -> few.stream().anyMatch(line::startsWith)).toList());
    }

    static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(WrittenSchema.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema of(List<String> lines) {
        var tables = new ArrayList<Table>();
        var keys = new ArrayList<ForeignKey>();
        for (String line : lines) {
            String[] parts = line.split(" -- ", 2);
            String[] head = parts[0].split(": ", 2);
            var name = new TableName("public", head[0]);
            var columns = Arrays.stream(head[1].split(", ")).map(column -> column.split("[ >]")).toList();
            columns.stream().filter(column -> column.length == 3).forEach(column -> keys.add(new ForeignKey(name,
                    List.of(column[0]), new TableName("public", column[2]), List.of("id"))));
            tables.add(new Table(name, parts.length == 2 ? parts[1] : "", columns.stream()
                    .map(column -> new Column(column[0], column[1], kind(column[1]), true, "", List.of())).toList(),
                    columns.getFirst()[0].equals("id") ? List.of("id") : List.of()));
        }
        var names = tables.stream().map(Table::name).toList();
        return new Schema(tables, keys.stream().filter(key -> names.contains(key.to())).toList());
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "integer" -> Kind.INTEGER;
            case "numeric" -> Kind.DECIMAL;
            case "date" -> Kind.DATE;
            case "timestamp" -> Kind.TIMESTAMP;
            case "boolean" -> Kind.BOOLEAN;
            default -> Kind.TEXT;
        };
    }
}
