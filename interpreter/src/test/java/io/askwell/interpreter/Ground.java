package io.askwell.interpreter;

import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Origin;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.domain.agent.Verdict;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.synonyms.Synonyms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A schema with the values that its text columns store, and the grammar over it. */
public record Ground(Schema schema, LocalDate today, Synonyms synonyms) {
    public static final LocalDate TODAY = LocalDate.of(2024, 7, 25);

    /** The shop of the sample data, with the words that are shipped for it. */
    public static Ground customers() {
        return new Ground(customerSchema(List.of("Alice Wonderland", "Bob Builder", "Charlie Test")), TODAY,
                shippedSynonyms());
    }

    public static Ground customersNamed(String... names) {
        return new Ground(customerSchema(List.of(names)), TODAY, shippedSynonyms());
    }

    /** The same schema with all the values that are stored in its text columns. */
    public Ground storedIn(ShopDatabase database, LocalDate day) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            List<Column> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                columns.add(column.kind() == Kind.TEXT
                        ? text(column.name(), database.values(table.name().name(), column.name()))
                        : column);
            }
            tables.add(table(table.name().name(), columns.toArray(Column[]::new)));
        }
        return new Ground(new Schema(tables, schema.foreignKeys()), day, synonyms);
    }

    /** A schema that no word was written for. */
    public static Ground library() {
        Table author = table("author", key(), text("name", "Jane Austen", "Iain Banks"), text("country", "England",
                "Scotland"));
        Table book = table("book", key(), column("author_id", Kind.INTEGER), text("title", "Emma", "Persuasion",
                "Matter"), column("pages", Kind.INTEGER), column("published_on", Kind.DATE));
        Table loan = table("loan", key(), column("book_id", Kind.INTEGER), text("borrower_name", "Zoe Reader",
                "Max Mustermann"), column("loaned_on", Kind.DATE));
        return new Ground(new Schema(List.of(author, book, loan),
                List.of(link(book, "author_id", author), link(loan, "book_id", book))), TODAY, Synonyms.none());
    }

    public static Synonyms shippedSynonyms() {
        try (InputStream yaml = Objects.requireNonNull(Synonyms.class.getResourceAsStream("customers.yaml"))) {
            return Synonyms.load(yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Interpretation interpret(String question) {
        return new GrammarInterpreter(synonyms).interpret(Question.parse(question), List.of(), grounding(question));
    }

    /** The last of the questions, asked after the others in one conversation. */
    public Interpretation converse(List<String> questions) {
        Interpretation last = new Interpretation.Declined("Nothing was asked.");
        List<Turn> turns = new ArrayList<>();
        for (String text : questions) {
            Question question = Question.parse(text);
            last = new GrammarInterpreter(synonyms).interpret(question, turns,
                    grounding(String.join(" ", questions)));
            turns.add(new Turn(question, switch (last) {
                case Understood(var sql, var reading, var wording) ->
                    new Verdict.Answered(sql, Origin.GRAMMAR, Optional.of(reading));
                case Declined declined -> new Verdict.Declined();
                case Ambiguous(var message, var readings) -> new Verdict.Clarify(readings);
            }, "An answer."));
        }
        return last;
    }

    /** As the database is searched: values of which a word is a word of the question. */
    public Grounding grounding(String question) {
        Set<String> words = new HashSet<>(Words.of(question));
        List<ValueMatch> matches = schema.tables().stream().flatMap(table -> table.columns().stream()
                .flatMap(column -> column.values().stream()
                        .filter(value -> Words.of(value).stream().anyMatch(words::contains))
                        .map(value -> new ValueMatch(table.name(), column.name(), value))))
                .toList();
        return new Grounding(schema, matches, today);
    }

    public Table table(String name) {
        return schema.tables().stream().filter(table -> table.name().name().equals(name)).findFirst().orElseThrow();
    }

    private static Schema customerSchema(List<String> names) {
        Table customer = table("customer", key(), text("name", names.toArray(String[]::new)),
                text("email", "alice@example.com", "bob@example.com", "charlie@test.com"));
        Table address = table("address", key(), column("customer_id", Kind.INTEGER), text("type", "billing",
                "shipping"), text("street", "123 Apple St", "500 Construction Ave", "42 Test Lane", "43 Test Lane"),
                text("city", "Wonderland", "Buildtown", "Testville"), text("zip", "10001", "20002", "30003"),
                text("country", "Fantasy", "USA"));
        Table orders = table("orders", key(), column("customer_id", Kind.INTEGER), column("order_date", Kind.DATE),
                column("total_amount", Kind.DECIMAL));
        return new Schema(List.of(customer, address, orders),
                List.of(link(address, "customer_id", customer), link(orders, "customer_id", customer)));
    }

    static Table table(String name, Column... columns) {
        return new Table(new TableName("public", name), "", Arrays.asList(columns), List.of("id"));
    }

    static Table table(String name, List<String> primaryKey, Column... columns) {
        return new Table(new TableName("public", name), "", Arrays.asList(columns), primaryKey);
    }

    static Column number(String name) {
        return column(name, Kind.INTEGER);
    }

    static Column key() {
        return column("id", Kind.INTEGER);
    }

    static Column column(String name, Kind kind) {
        return new Column(name, kind.name().toLowerCase(java.util.Locale.ROOT), kind, true, "", List.of());
    }

    public static Column text(String name, String... values) {
        return new Column(name, "character varying(100)", Kind.TEXT, true, "", List.of(values));
    }

    static ForeignKey link(Table from, String column, Table to) {
        return link(from, column, to, "id");
    }

    static ForeignKey link(Table from, String column, Table to, String target) {
        return new ForeignKey(from.name(), List.of(column), to.name(), List.of(target));
    }
}
