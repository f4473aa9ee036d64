package io.askwell.persistence.agent;

import static io.askwell.persistence.Identifiers.quoted;

import io.askwell.domain.agent.ValueMatch;
import io.askwell.persistence.Columns;
import io.askwell.persistence.agent.Catalogue.Search;
import io.askwell.persistence.agent.Catalogue.TextColumn;
import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/**
 * Finds the stored values that a question names, in one statement whose work is bounded however large the tables are: see
 * {@link Catalogue#searches()}.
 */
final class ValueSearch {
    private static final int MAX_PER_COLUMN = 50;

    private ValueSearch() {}

    static Flux<ValueMatch> find(Connection connection, Catalogue catalogue, QuestionWords question) {
        List<TextColumn> read = new ArrayList<>();
        List<String> arms = new ArrayList<>();
        List<ValueMatch> common = new ArrayList<>();
        for (Map.Entry<TextColumn, Search> text : catalogue.searches().entrySet()) {
            if (text.getValue() == Search.COMMON) {
                common.addAll(common(text.getKey(), question));
            } else {
                arms.add(search(read.size(), text.getKey(), text.getValue()));
                read.add(text.getKey());
            }
        }
        return arms.isEmpty()
                ? Flux.fromIterable(common)
                : stored(connection, read, arms, question).concatWithValues(
                        common.toArray(ValueMatch[]::new));
    }

    private static Flux<ValueMatch> stored(Connection connection, List<TextColumn> read, List<String> arms,
            QuestionWords question) {
        String sql = """
            WITH asked AS (SELECT $1::text[] AS words, $2::text[] AS phrases,
                                  ARRAY(SELECT lower(phrase) FROM unnest($2::text[]) AS phrase) AS lowered)
            """ + String.join(" UNION ALL ", arms);
        return Flux.from(connection.createStatement(sql).bind("$1", question.wordArray())
                .bind("$2", question.phraseArray()).execute())
                .concatMap(result -> result.map(row -> {
                    var text = read.get(Columns.integer(row, "place"));
                    return new ValueMatch(text.table().name(), text.column().name(), Columns.text(row, "value"));
                }));
    }

    /** Where more values share a word than are kept, those that stand in the question as a whole come first. */
    private static String search(int place, TextColumn text, Search search) {
        String column = quoted(text.column().name());
        String condition = switch (search) {
            case WORDS -> "regexp_split_to_array(lower(" + column + "), '[^[:alnum:]]+') && (SELECT words FROM asked)";
            // By a hash of the phrases, where an array would be compared one by one.
            case WHOLE -> column + " IN (SELECT unnest(phrases) FROM asked)";
            case INDEX, COMMON -> column + " = ANY ((SELECT phrases FROM asked)::text[])";
        };
        return """
            (SELECT %d AS place, found.value FROM (SELECT DISTINCT %s::text AS value FROM %s WHERE %s) AS found
             ORDER BY lower(found.value) = ANY ((SELECT lowered FROM asked)::text[]) DESC LIMIT %d)""".formatted(place,
                column, quoted(text.table().name()), condition, MAX_PER_COLUMN);
    }

    private static List<ValueMatch> common(TextColumn text, QuestionWords question) {
        return text.column().values().stream().filter(question::sharesAWordWith).limit(MAX_PER_COLUMN)
                .map(value -> new ValueMatch(text.table().name(), text.column().name(), value)).toList();
    }
}
