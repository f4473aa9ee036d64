package io.askwell.llm.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.ValueMatch;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much the words of a question speak of a table: by its name most, then by stored values, names of columns, and
 * comments. A word that many tables share says little about each of them.
 */
final class Relevance {
    private static final double IN_NAME = 4;
    private static final double IN_VALUES = 3;
    private static final double IN_COLUMN = 2;
    private static final double IN_COMMENT = 1.5;
    private final Schema schema;
    private final Map<Table, Map<String, Double>> weights = new HashMap<>();

    /** @param values found in the database for the question's words */
    Relevance(Schema schema, Collection<ValueMatch> values) {
        this.schema = schema;
        for (Table table : schema.tables()) {
            var words = new HashMap<String, Double>();
            weigh(words, table.name().name(), IN_NAME);
            weigh(words, table.comment(), IN_COMMENT);
            for (Column column : table.columns()) {
                weigh(words, column.name(), IN_COLUMN);
                weigh(words, column.comment(), IN_COMMENT);
                column.values().forEach(value -> weigh(words, value, IN_VALUES));
            }
            values.stream().filter(match -> match.table().equals(table.name()))
                    .forEach(match -> weigh(words, match.value(), IN_VALUES));
            weights.put(table, words);
        }
    }

    private static void weigh(Map<String, Double> words, String text, double weight) {
        Words.of(text).forEach(word -> words.merge(word, weight, Math::max));
    }

    /** Tables that no word speaks of are left out. */
    Map<Table, Double> scores(Set<String> asked) {
        var scores = new HashMap<Table, Double>();
        for (String word : asked) {
            var hits = new HashMap<Table, Double>();
            weights.forEach((table, words) -> {
                double hit = hit(words, word);
                if (hit > 0) {
                    hits.put(table, hit);
                }
            });
            double rarity = Math.log(1 + (double) schema.tables().size() / Math.max(1, hits.size()));
            hits.forEach((table, hit) -> scores.merge(table, hit * rarity, Double::sum));
        }
        return scores;
    }

    private static double hit(Map<String, Double> words, String asked) {
        return words.entrySet().stream().mapToDouble(entry -> entry.getValue() * Words.likeness(entry.getKey(), asked))
                .max().orElse(0);
    }
}
