package io.askwell.benchmarks.questions;

import io.askwell.benchmarks.questions.Example.Part;
import io.askwell.domain.agent.Grounding;
import io.askwell.domain.agent.Interpretation;
import io.askwell.domain.agent.Interpretation.Ambiguous;
import io.askwell.domain.agent.Interpretation.Declined;
import io.askwell.domain.agent.Interpretation.Understood;
import io.askwell.domain.agent.Question;
import io.askwell.interpreter.GrammarInterpreter;
import io.askwell.interpreter.synonyms.Synonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the grammar, with no words but the schema's, every question of a directory ({@code questions.jsonl}, its databases
 * loaded as schemas of one Postgres) and compares the rows that its SQL reads with the gold ones. Arguments: the JDBC
 * address, the directory, the part ({@code tuning}, {@code validation}), the directory for reports, maybe one schema.
 */
public final class GrammarOnExamples {
    private final Connection connection;
    private final Map<String, ExampleDatabase> databases = new HashMap<>();
    private final GrammarInterpreter grammar = new GrammarInterpreter(Synonyms.none());

    private GrammarOnExamples(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Part part = Part.valueOf(arguments[2].toUpperCase(java.util.Locale.ROOT));
        List<Example> examples = Example.read(Path.of(arguments[1], "questions.jsonl")).stream()
                .filter(example -> example.part() == part)
                .filter(example -> arguments.length < 5 || example.schema().equals(arguments[4])).toList();
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            var asked = new GrammarOnExamples(connection);
            List<Outcome> outcomes = new ArrayList<>();
            for (Example example : examples) {
                outcomes.add(asked.ask(example));
            }
            new Report(outcomes).write(Path.of(arguments[3]), part);
        }
    }

    private Outcome ask(Example example) throws SQLException {
        ExampleDatabase database = databases.get(example.schema());
        if (database == null) {
            database = ExampleDatabase.read(connection, example.schema());
            databases.put(example.schema(), database);
        }
        Grounding grounding = database.grounding(example.question());
        long start = System.nanoTime();
        Interpretation interpretation = grammar.interpret(Question.parse(example.question()), List.of(), grounding);
        long nanos = System.nanoTime() - start;
        return switch (interpretation) {
            case Understood(var sql, var reading, var wording) -> answered(example, sql, reading, nanos);
            case Declined(var message) -> new Outcome(example, Outcome.Verdict.DECLINED, "", message, nanos);
            case Ambiguous(var message, var readings) ->
                new Outcome(example, Outcome.Verdict.ASKED_BACK, "", message, nanos);
        };
    }

    private Outcome answered(Example example, String sql, String reading, long nanos) {
        try {
            Queries.Table found = Queries.cells(connection, sql);
            Match match = Match.of(found.rows(), found.width(), example.gold(), example.isCutOff());
            return new Outcome(example, Outcome.Verdict.of(match), sql, reading + " " + found.rows().size() + " rows",
                    nanos);
        } catch (SQLException failure) {
            return new Outcome(example, Outcome.Verdict.WRONG, sql, reading + " FAILED " + failure.getMessage(), nanos);
        }
    }
}
