package io.askwell.interpreter;

import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Question;
import io.askwell.domain.agent.ValueMatch;
import io.askwell.interpreter.synonyms.Synonyms;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to read a question, without the database: one of twelve in turn, on a schema of twelve tables. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class GrammarBenchmark {
    private static final List<String> QUESTIONS = List.of("How many customers are there?",
            "orders of Alice Wonderland in 2024", "customers without orders",
            "Which customers live in Lyon?", "What is the total price of products per category?",
            "names and emails of customers with more than two orders", "the three latest orders of Alice Wonderland",
            "products with a price above average", "How many employees does each warehouse have?",
            "which customers ordered in 2023 but not in 2024", "What is the weather in Lyon?",
            "suppliers in Lyon or Paris with at least two products and a rating over 3");

    private final GrammarInterpreter grammar = new GrammarInterpreter(Synonyms.none());
    private final List<ValueMatch> values = List.of(
            new ValueMatch(Schemas.name("customer"), "name", "Alice Wonderland"),
            new ValueMatch(Schemas.name("customer"), "city", "Lyon"),
            new ValueMatch(Schemas.name("supplier"), "city", "Lyon"),
            new ValueMatch(Schemas.name("supplier"), "city", "Paris"));
    private final Grounding grounding = new Grounding(Schemas.shop(), values, LocalDate.of(2024, 8, 14));
    private int next;

    @Setup
    public void sayWhatIsUnderstood() {
        QUESTIONS.forEach(question -> System.out.println(question + " -> " + switch (read(question)) {
            case Understood understood -> understood.sql();
            case Interpretation other -> other;
        }));
    }

    @Benchmark
    public Interpretation question() {
        next = (next + 1) % QUESTIONS.size();
        return read(QUESTIONS.get(next));
    }

    /** The first after the schema changed: the lexicon is made anew. */
    @Benchmark
    public Interpretation firstQuestion() {
        next = (next + 1) % QUESTIONS.size();
        return new GrammarInterpreter(Synonyms.none()).interpret(Question.parse(QUESTIONS.get(next)), List.of(),
                grounding);
    }

    private Interpretation read(String question) {
        return grammar.interpret(Question.parse(question), List.of(), grounding);
    }
}
