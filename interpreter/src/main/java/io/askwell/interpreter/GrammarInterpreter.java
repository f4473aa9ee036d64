package io.askwell.interpreter;

import io.askwell.domain.agent.DryRun;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.interpreter.Dialogue.Heard;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.lexicon.NearWords;
import io.askwell.interpreter.lexicon.SchemaLexicon;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.UnknownNames;
import io.askwell.interpreter.synonyms.Synonyms;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Tagger;
import io.askwell.interpreter.wording.Answers;
import io.askwell.interpreter.wording.ReadingSentence;
import io.askwell.interpreter.wording.Senses;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads questions by grammar, over whatever schema they are grounded in. */
public final class GrammarInterpreter implements Interpreter {
    private static final int MOST_READINGS = 5;

    private final Synonyms synonyms;
    private volatile @Nullable Known known;

    /** What is made of a schema once, for all questions about it. */
    private record Known(Schema schema, SchemaGraph graph, Lexicon lexicon) {}

    /** @param synonyms words beyond those of the schema */
    public GrammarInterpreter(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    @Override
    public Interpretation interpret(Question question, List<Turn> turns, Grounding grounding) {
        Known schema = known(grounding.schema());
        Lexicon lexicon = schema.lexicon();
        Tagger tagger = new Tagger(lexicon, schema.graph(), grounding);
        TaggedQuestion tagged = tagger.tag(question.text());
        SchemaGraph graph = schema.graph().through(namesakes(tagged, turns, tagger));
        Refusals refusals = new Refusals(tagged, lexicon, grounding.schema());
        if (refusals.tooLong()) {
            return refusals.decline();
        }
        if (tagged.hasUnreadableWords()) {
            return refusals.declineUnknown();
        }
        Heard heard = new Dialogue(graph, tagger).hear(tagged, turns);
        return switch (heard.bySql().size()) {
            case 0 -> heard.gap().map(gap -> refusals.decline(gap, new ReadingSentence(graph)::of))
                    .orElseGet(() -> refusals.decline(heard.alone(), new ReadingSentence(graph)::of));
            case 1 -> understood(heard.bySql().entrySet().iterator().next(), graph);
            default -> ambiguous(List.copyOf(heard.bySql().values()), graph);
        };
    }

    @Override
    public List<DryRun.Words> words(Question question, Grounding grounding) {
        Known schema = known(grounding.schema());
        return Senses.of(new Tagger(schema.lexicon(), schema.graph(), grounding).tag(question.text()));
    }

    /** What the verbs of a whole conversation are called after. */
    private static Set<String> namesakes(TaggedQuestion last, List<Turn> turns, Tagger tagger) {
        Set<String> all = new HashSet<>(last.namesakes());
        turns.forEach(turn -> all.addAll(tagger.tag(turn.question().text()).namesakes()));
        return all;
    }

    /** The catalogue gives the same schema again until it changes, and comparing two would cost more than a new lexicon. */
    @SuppressWarnings("ReferenceEquality")
    private Known known(Schema schema) {
        Known last = known;
        if (last != null && last.schema() == schema) {
            return last;
        }
        SchemaGraph graph = new SchemaGraph(schema);
        Known made = new Known(schema, graph, SchemaLexicon.of(graph, synonyms));
        known = made;
        return made;
    }

    private static Interpretation understood(Map.Entry<String, Inquiry> sql, SchemaGraph graph) {
        Inquiry inquiry = new UnknownNames(graph).first(sql.getValue());
        List<String> near = inquiry instanceof Lookup lookup ? namesNear(lookup) : List.of();
        return new Understood(sql.getKey(), new ReadingSentence(graph).of(inquiry),
                new Answers(graph).of(inquiry, near));
    }

    private static List<String> namesNear(Lookup lookup) {
        return NearWords.toName(lookup.text(), lookup.name().column().values());
    }

    private static Interpretation ambiguous(List<Inquiry> inquiries, SchemaGraph graph) {
        List<String> readings = inquiries.stream().map(new UnknownNames(graph)::first)
                .map(new ReadingSentence(graph)::of).distinct().toList();
        if (readings.size() < 2) {
            return new Declined("I can look that up in several ways, which all read: " + readings.getFirst()
                    + " Please put it differently.");
        }
        String shown = readings.stream().limit(MOST_READINGS).map(reading -> "- " + reading)
                .collect(Collectors.joining("\n"));
        String more = readings.size() > MOST_READINGS
                ? "\n- and %d more".formatted(readings.size() - MOST_READINGS)
                : "";
        return new Ambiguous("This can be understood in several ways. Which do you mean?\n" + shown + more, readings);
    }
}
