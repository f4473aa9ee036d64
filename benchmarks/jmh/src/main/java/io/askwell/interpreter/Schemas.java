package io.askwell.interpreter;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A shop of twelve tables, and as many copies of it as a large schema needs. */
final class Schemas {
    private static final List<String> TABLES = List.of("customer: name, email, city, country, joined_on",
            "orders: customer_id>customer, order_date, total_amount:d, status",
            "order_item: orders_id>orders, product_id>product, quantity:i, unit_price:d",
            "product: name, category_id>category, supplier_id>supplier, price:d, weight:d", "category: name, description",
            "supplier: name, city, country, rating:i", "warehouse: name, city, capacity:i",
            "stock: product_id>product, warehouse_id>warehouse, quantity:i",
            "employee: name, warehouse_id>warehouse, salary:d, hired_on",
            "shipment: orders_id>orders, warehouse_id>warehouse, shipped_on, carrier",
            "payment: orders_id>orders, paid_on, amount:d, method", "review: product_id>product, customer_id>customer, score:i, body");

    private Schemas() {}

    static TableName name(String table) {
        return new TableName("public", table);
    }

    static Schema shop() {
        return copies(1);
    }

    /** Twelve tables for each copy; those of the second and later ones are called "b_customer" and so on. */
    static Schema copies(int copies) {
        List<Table> tables = new ArrayList<>();
        List<ForeignKey> keys = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            String prefix = copy == 0 ? "" : (char) ('a' + copy) + "_";
            TABLES.forEach(table -> add(prefix, table, tables, keys));
        }
        return new Schema(tables, keys);
    }

    private static void add(String prefix, String described, List<Table> tables, List<ForeignKey> keys) {
        TableName name = name(prefix + described.split(": ")[0]);
        List<Column> columns = new ArrayList<>(List.of(column("id", Kind.INTEGER)));
        for (String part : described.split(": ")[1].split(", ")) {
            int points = part.indexOf('>');
            if (points > 0) {
                String key = part.substring(0, points);
                columns.add(column(key, Kind.INTEGER));
                keys.add(new ForeignKey(name, List.of(key), name(prefix + part.substring(points + 1)), List.of("id")));
            } else if (part.indexOf(':') > 0) {
                columns.add(column(part.substring(0, part.indexOf(':')),
                        part.endsWith("d") ? Kind.DECIMAL : Kind.INTEGER));
            } else {
                columns.add(column(part, part.endsWith("_on") || part.endsWith("_date") ? Kind.DATE : Kind.TEXT));
            }
        }
        tables.add(new Table(name, "", columns, List.of("id")));
    }

    /** Texts bring a sample of 200 values, as the catalogue does. */
    private static Column column(String name, Kind kind) {
        List<String> values = kind == Kind.TEXT
                ? Stream.iterate(0, n -> n < 200, n -> n + 1).map(n -> name + " number " + n).toList()
                : List.of();
        return new Column(name, kind.name().toLowerCase(java.util.Locale.ROOT), kind, true, "", values);
    }
}
