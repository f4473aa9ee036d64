package io.askwell.interpreter.generated;

import java.util.List;
import java.util.Optional;

/**
 * What questions are made about: a table as people speak of it.
 *
 * @param label columns by which its rows are told from each other
 * @param texts columns of text
 * @param number a column that can be compared and summed up
 * @param parent the table that its rows belong to, by a column that is called after it
 */
record Noun(String table, String plural, List<String> label, List<String> texts, Optional<String> number,
        Optional<String> date, Optional<String> parent) {

    static final List<Noun> SHOP = List.of(
            new Noun("customer", "customers", List.of("name"), List.of("name", "email"), Optional.empty(),
                    Optional.empty(), Optional.empty()),
            new Noun("address", "addresses", List.of("street", "city"), List.of("city", "country", "type", "zip"),
                    Optional.empty(), Optional.empty(), Optional.of("customer")),
            new Noun("orders", "orders", List.of("order_date", "total_amount"), List.of(), Optional.of("total_amount"),
                    Optional.of("order_date"), Optional.of("customer")));

    static final List<Noun> LIBRARY = List.of(
            new Noun("author", "authors", List.of("name"), List.of("name", "country"), Optional.empty(),
                    Optional.empty(), Optional.empty()),
            new Noun("book", "books", List.of("title"), List.of("title"), Optional.of("pages"),
                    Optional.of("published_on"), Optional.of("author")),
            new Noun("loan", "loans", List.of("borrower_name", "loaned_on"), List.of("borrower_name"),
                    Optional.empty(), Optional.of("loaned_on"), Optional.of("book")));

    /** As people say it: "total amount". */
    static String said(String column) {
        return column.replace('_', ' ');
    }
}
