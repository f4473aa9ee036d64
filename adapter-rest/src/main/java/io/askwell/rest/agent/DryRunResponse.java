package io.askwell.rest.agent;

import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the grammar reads a question.
 *
 * @param outcome {@code understood}, {@code declined} or {@code clarify}
 * @param message why it is not answered; null where it would be
 * @param readings in words: one where the question is understood, several where it asks back
 * @param sql what would run; null unless understood
 */
record DryRunResponse(String question, String outcome, @Nullable String message, List<String> readings,
        @Nullable String sql, List<WordsResponse> words) {

    record WordsResponse(String text, List<SenseResponse> meanings) {
        static WordsResponse of(DryRun.Words words) {
            return new WordsResponse(words.text(), words.senses().stream()
                    .map(sense -> new SenseResponse(sense.kind().label(), sense.says())).toList());
        }
    }

    record SenseResponse(String kind, String meaning) {}

    static DryRunResponse of(DryRun dryRun) {
        String question = dryRun.question().text();
        List<WordsResponse> words = dryRun.words().stream().map(WordsResponse::of).toList();
        return switch (dryRun.interpretation()) {
            case Understood(var sql, var reading, var wording) ->
                new DryRunResponse(question, "understood", null, List.of(reading), sql, words);
            case Declined(var message) -> new DryRunResponse(question, "declined", message, List.of(), null, words);
            case Ambiguous(var message, var readings) ->
                new DryRunResponse(question, "clarify", message, readings, null, words);
        };
    }
}
