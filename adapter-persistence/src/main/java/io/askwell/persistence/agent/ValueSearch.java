package io.askwell.persistence.agent;

import static io.askwell.persistence.Identifiers.quoted;

import io.askwell.domain.agent.ValueMatch;
import io.askwell.persistence.Columns;
import io.r2dbc.spi.Connection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/**
 * Finds the stored values that a question names, in one statement. In a small table every value is split into words; of a
 * large one, which that would read through, only values that stand in the question as a whole are looked up.
 */
final class ValueSearch {
    private static final int MAX_PER_COLUMN = 50;

    private ValueSearch() {}

    static Flux<ValueMatch> find(Connection connection, Catalogue catalogue, QuestionWords question) {
        var texts = catalogue.textColumns();
        if (texts.isEmpty()) {
            return Flux.empty();
        }
        String sql = IntStream.range(0, texts.size())
                .mapToObj(i -> search(i, texts.get(i), catalogue.isSmall(texts.get(i).table())))
                // Both parameters are used once for certain, so that their types are known.
                .collect(Collectors.joining(" UNION ALL ",
                        "WITH asked AS (SELECT $1::text[] AS words, $2::text[] AS phrases) ", ""));
        return Flux.from(connection.createStatement(sql).bind("$1", question.wordArray())
                .bind("$2", question.phraseArray()).execute())
                .concatMap(result -> result.map(row -> {
                    var text = texts.get(Columns.integer(row, "place"));
                    return new ValueMatch(text.table().name(), text.column().name(),
                            Columns.text(row, "value"));
                }));
    }

    private static String search(int place, Catalogue.TextColumn text, boolean small) {
        String column = quoted(text.column().name());
        String condition = small
                ? "regexp_split_to_array(lower(" + column + "), '[^[:alnum:]]+') && (SELECT words FROM asked)"
                : column + " = ANY ((SELECT phrases FROM asked)::text[])";
        return "(SELECT DISTINCT %d AS place, %s::text AS value FROM %s WHERE %s LIMIT %d)".formatted(place, column,
                quoted(text.table().name()), condition, MAX_PER_COLUMN);
    }
}
