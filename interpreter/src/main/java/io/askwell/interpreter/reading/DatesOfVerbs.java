package io.askwell.interpreter.reading;

import io.askwell.interpreter.lexicon.Inflection;
import io.askwell.interpreter.lexicon.Words;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.Selection;
import io.askwell.interpreter.logic.Test.Compares;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Token;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds verbs that a date is called after where a reading speaks of another date. */
final class DatesOfVerbs {
    private static final int SHORTEST_STEM = 4;

    private final TaggedQuestion question;
    private final SchemaGraph graph;

    DatesOfVerbs(TaggedQuestion question, SchemaGraph graph) {
        this.question = question;
        this.graph = graph;
    }

    /**
     * Whether a column is compared that no verb of the question is called after, though another one is: "registered after
     * 2015" speaks of the `register_year`, and not of the year in which a branch opened.
     */
    boolean areOthers(Selection rows) {
        return rows.conditions().stream().anyMatch(condition -> switch (condition) {
            case Compared(var attribute, During during, var holds) -> hasOtherDate(attribute);
            case Compared(var attribute, Compares compares, var holds) -> holdsDays(attribute)
                    && hasOtherDate(attribute);
            case Related(var to, var exists) -> areOthers(to);
            default -> false;
        });
    }

    private boolean hasOtherDate(Attribute used) {
        Set<String> stems = question.tokens().stream().map(Token::lower).filter(word -> word.endsWith("ed"))
                .map(Inflection::participleStem).filter(stem -> stem.length() >= SHORTEST_STEM)
                .collect(Collectors.toSet());
        return stems.stream().noneMatch(stem -> isCalledAfter(used, stem)) && graph.tables().stream()
                .flatMap(table -> graph.attributesOf(table).stream()).filter(DatesOfVerbs::holdsDays)
                .anyMatch(other -> stems.stream().anyMatch(stem -> isCalledAfter(other, stem)));
    }

    private static boolean holdsDays(Attribute attribute) {
        return attribute.dated() || attribute.column().name().toLowerCase(Locale.ROOT).endsWith("year");
    }

    private static boolean isCalledAfter(Attribute attribute, String stem) {
        return Stream.of(attribute.column().name(), attribute.table().name().name())
                .flatMap(name -> Words.ofName(name).stream()).anyMatch(word -> word.startsWith(stem));
    }
}
