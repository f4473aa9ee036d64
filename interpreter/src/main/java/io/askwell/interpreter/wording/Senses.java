package io.askwell.interpreter.wording;

import io.askwell.domain.agent.DryRun.Kind;
import io.askwell.domain.agent.DryRun.Sense;
import io.askwell.domain.agent.DryRun.Words;
import io.askwell.interpreter.lexicon.Meaning;
import io.askwell.interpreter.lexicon.Meaning.Acts;
import io.askwell.interpreter.lexicon.Meaning.Grades;
import io.askwell.interpreter.lexicon.Meaning.InPlace;
import io.askwell.interpreter.lexicon.Meaning.NamesColumn;
import io.askwell.interpreter.lexicon.Meaning.NamesDoer;
import io.askwell.interpreter.lexicon.Meaning.NamesKind;
import io.askwell.interpreter.lexicon.Meaning.NamesMeasure;
import io.askwell.interpreter.lexicon.Meaning.NamesTable;
import io.askwell.interpreter.lexicon.Meaning.NamesUnit;
import io.askwell.interpreter.lexicon.Meaning.ProperName;
import io.askwell.interpreter.lexicon.Meaning.Quantity;
import io.askwell.interpreter.lexicon.Meaning.Stored;
import io.askwell.interpreter.lexicon.Meaning.Structure;
import io.askwell.interpreter.lexicon.Meaning.Time;
import io.askwell.interpreter.lexicon.Meaning.Yields;
import io.askwell.interpreter.lexicon.Ordinals;
import io.askwell.interpreter.logic.Attribute;
import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.token.Tagged;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in words what each stretch of a question can mean, for those who teach the grammar. */
public final class Senses {
    private Senses() {}

    /** In the question's order; a word that nothing covers has no sense. */
    public static List<Words> of(TaggedQuestion question) {
        List<Words> all = new ArrayList<>();
        List<String> unknown = question.unknownWords();
        for (int start = 0; start < question.size(); start++) {
            Map<Integer, List<Sense>> byEnd = new TreeMap<>(Comparator.reverseOrder());
            for (Tagged item : question.at(start)) {
                // What follows an article also begins at it, and is told at its own place.
                if (item.start() == start) {
                    byEnd.computeIfAbsent(item.end(), end -> new ArrayList<>()).add(sense(item.meaning()));
                }
            }
            int from = start;
            byEnd.forEach((end, senses) -> all.add(new Words(text(question, from, end),
                    senses.stream().distinct().toList())));
            if (byEnd.isEmpty() && unknown.contains(question.tokens().get(start).text())) {
                all.add(new Words(question.tokens().get(start).text(), List.of()));
            }
        }
        return all;
    }

    private static String text(TaggedQuestion question, int start, int end) {
        List<Token> tokens = question.tokens();
        return tokens.get(start).text() + tokens.subList(start + 1, end).stream()
                .map(token -> token.gap() + token.text()).collect(Collectors.joining());
    }

    private static Sense sense(Meaning meaning) {
        return switch (meaning) {
            case Structure(var keyword) -> new Sense(Kind.STRUCTURE, words(keyword));
            case NamesTable(var table) -> new Sense(Kind.TABLE, table.name().toString());
            case NamesColumn(var attribute, var fit) -> new Sense(Kind.COLUMN, column(attribute));
            case Acts(var subject, var object) -> new Sense(Kind.VERB, "%s -> %s".formatted(
                    subject.map(table -> table.name().toString()).orElse("anything"), object.name()));
            case Yields(var how, var attribute) -> new Sense(Kind.VERB, figure(how, attribute));
            case NamesMeasure(var how, var attribute) -> new Sense(Kind.FIGURE, figure(how, attribute));
            case NamesDoer(var how, var attribute, var doer) ->
                new Sense(Kind.TABLE, "%s by %s".formatted(doer.name(), figure(how, attribute)));
            case NamesUnit(var unit) -> new Sense(Kind.TIME, words(unit));
            case Stored(var attribute, var values, var whole) -> new Sense(Kind.VALUE,
                    "%s of %s".formatted(String.join(" or ", values), column(attribute)));
            case NamesKind(var attribute, var value) ->
                new Sense(Kind.VALUE, "%s of %s".formatted(value, column(attribute)));
            case Grades(var nouns, var more, var most) ->
                new Sense(Kind.COMPARISON, (more ? "more " : "less ") + String.join(" or ", nouns));
            case InPlace(var place) -> new Sense(Kind.NUMBER, Ordinals.word(place));
            case Quantity(var number) -> new Sense(Kind.NUMBER, number.toPlainString());
            case Time(var period) -> new Sense(Kind.TIME, period.words());
            case ProperName(var text) -> new Sense(Kind.NAME, text);
        };
    }

    private static String column(Attribute attribute) {
        return attribute.table().name() + "." + attribute.column().name();
    }

    private static String figure(Folding how, Attribute attribute) {
        return "%s of %s".formatted(words(how), column(attribute));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
