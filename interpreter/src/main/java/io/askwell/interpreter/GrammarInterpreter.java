package io.askwell.interpreter;

import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.port.out.Interpreter;
import io.askwell.interpreter.lexicon.Lexicon;
import io.askwell.interpreter.lexicon.NearWords;
import io.askwell.interpreter.lexicon.SchemaLexicon;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Inquiry.Lookup;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.UnknownNames;
import io.askwell.interpreter.reading.Reading;
import io.askwell.interpreter.reading.Readings;
import io.askwell.interpreter.sql.SqlWriter;
import io.askwell.interpreter.synonyms.Synonyms;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Tagger;
import io.askwell.interpreter.wording.Answers;
import io.askwell.interpreter.wording.ReadingSentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads questions by grammar, over whatever schema they are grounded in. */
public final class GrammarInterpreter implements Interpreter {
    private static final int MOST_READINGS = 5;

    private final Synonyms synonyms;

    /** @param synonyms words beyond those of the schema */
    public GrammarInterpreter(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    @Override
    public Interpretation interpret(Question question, List<Turn> turns, Grounding grounding) {
        SchemaGraph graph = new SchemaGraph(grounding.schema());
        Lexicon lexicon = SchemaLexicon.of(graph, synonyms);
        TaggedQuestion tagged = new Tagger(lexicon, graph, grounding).tag(question.text());
        Refusals refusals = new Refusals(tagged, lexicon, grounding.schema());
        if (refusals.tooLong()) {
            return refusals.decline();
        }
        Readings readings = Readings.of(tagged, graph);
        Map<String, Inquiry> bySql = bySql(readings.plainest(), graph);
        if (readings.exhausted() || bySql.isEmpty()) {
            return refusals.decline(readings);
        }
        return bySql.size() == 1
                ? understood(bySql.entrySet().iterator().next(), graph)
                : ambiguous(List.copyOf(bySql.values()), graph);
    }

    /** Readings that give the same SQL are one. */
    private static Map<String, Inquiry> bySql(List<Reading> readings, SchemaGraph graph) {
        Map<String, Inquiry> bySql = new LinkedHashMap<>();
        for (Reading reading : readings) {
            Inquiry inquiry = new UnknownNames(graph).in(reading.inquiry())
                    .<Inquiry>map(unknown -> unknown).orElse(reading.inquiry());
            new SqlWriter(graph).write(inquiry).ifPresent(sql -> bySql.putIfAbsent(sql, inquiry));
        }
        return bySql;
    }

    private static Interpretation understood(Map.Entry<String, Inquiry> sql, SchemaGraph graph) {
        List<String> near = sql.getValue() instanceof Lookup lookup ? namesNear(lookup) : List.of();
        return new Understood(sql.getKey(), new ReadingSentence(graph).of(sql.getValue()),
                new Answers(graph).of(sql.getValue(), near));
    }

    private static List<String> namesNear(Lookup lookup) {
        return NearWords.toName(lookup.text(), lookup.name().column().values());
    }

    private static Interpretation ambiguous(List<Inquiry> inquiries, SchemaGraph graph) {
        List<String> readings = inquiries.stream().map(new ReadingSentence(graph)::of).distinct().toList();
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
