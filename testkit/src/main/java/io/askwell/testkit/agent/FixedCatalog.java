package io.askwell.testkit.agent;

import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * A schema and values that never change.
 *
 * @param stored every text value; found are those that share a word with the question
 */
public record FixedCatalog(Schema fixed, List<ValueMatch> stored) implements SchemaCatalog {
    public FixedCatalog {
        stored = List.copyOf(stored);
    }

    @Override
    public Mono<Schema> schema() {
        return Mono.just(fixed);
    }

    @Override
    public Mono<List<ValueMatch>> valuesNamedIn(Question question) {
        var asked = words(question.text());
        return Mono.fromSupplier(() -> stored.stream()
                .filter(match -> words(match.value()).stream().anyMatch(asked::contains)).toList());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+")));
    }
}
