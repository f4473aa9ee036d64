package io.askwell.benchmarks.questions;

import io.askwell.benchmarks.questions.Example.Part;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Question;
import io.askwell.interpreter.GrammarInterpreter;
import io.askwell.interpreter.synonyms.Synonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Asks each database of a part what was written for others of it: questions that nearly always have no answer there, so the
 * grammar is to decline them. Arguments: the JDBC address, the directory, the part, the directory for reports.
 */
public final class GrammarOnStrangers {
    private static final int QUESTIONS_OF_A_DATABASE = 40;
    /** The same questions each time. */
    private final Random chance = new Random(7);
    private final GrammarInterpreter grammar = new GrammarInterpreter(Synonyms.none());
    private final List<Example> examples;
    private final List<String> answered = new ArrayList<>();
    private int asked;

    private GrammarOnStrangers(List<Example> examples) {
        this.examples = examples;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Part part = Part.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        var strangers = new GrammarOnStrangers(Example.read(Path.of(arguments[1], "questions.jsonl")).stream()
                .filter(example -> example.part() == part).toList());
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            for (String schema : strangers.examples.stream().map(Example::schema).distinct().sorted().toList()) {
                strangers.ask(schema, ExampleDatabase.read(connection, schema));
            }
        }
        strangers.write(Path.of(arguments[3]), part);
    }

    private void ask(String schema, ExampleDatabase database) {
        List<Example> others = examples.stream().filter(example -> !example.schema().equals(schema)).toList();
        for (int i = 0; i < QUESTIONS_OF_A_DATABASE; i++) {
            String question = others.get(chance.nextInt(others.size())).question();
            Interpretation read = grammar.interpret(Question.parse(question), List.of(), database.grounding(question));
            asked++;
            if (read instanceof Understood understood) {
                answered.add("%s%n  %s%n  %s%n".formatted(schema, question, understood.reading()));
            }
        }
    }

    private void write(Path reports, Part part) throws IOException {
        if (part == Part.TUNING) {
            Files.createDirectories(reports);
            Files.write(reports.resolve("tuning-strangers.txt"), answered);
        }
        System.out.printf(Locale.ROOT, "questions of other databases, %s: %d asked, %d answered, %.1f %% declined%n",
                part.name().toLowerCase(Locale.ROOT), asked, answered.size(),
                100.0 * (asked - answered.size()) / asked);
    }
}
