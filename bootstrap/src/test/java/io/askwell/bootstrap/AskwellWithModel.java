package io.askwell.bootstrap;

import io.askwell.testkit.model.ScriptedModel;
import io.askwell.testkit.postgres.TestDatabase;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Askwell with a scripted model, on a database of the test's own. Each test begins with an empty script. */
final class AskwellWithModel implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final UnaryOperator<TestDatabase> preparation;
    private final String[] settings;
    private ScriptedModel model;
    private TestDatabase database;
    private RunningAskwell askwell;

    /**
     * @param preparation of the database, before Askwell starts on it
     * @param settings beside those of the model
     */
    AskwellWithModel(UnaryOperator<TestDatabase> preparation, String... settings) {
        this.preparation = preparation;
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        model = ScriptedModel.start();
        database = preparation.apply(TestPostgres.create());
        askwell = RunningAskwell.on(database, Stream.concat(Stream.of("LLM_BASE_URL=" + model.baseUrl(),
                "LLM_MODEL=scripted"), Stream.of(settings)).toArray(String[]::new));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        model.forget();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        askwell.close();
        model.close();
    }

    ScriptedModel model() {
        return model;
    }

    TestDatabase database() {
        return database;
    }

    RunningAskwell askwell() {
        return askwell;
    }
}
