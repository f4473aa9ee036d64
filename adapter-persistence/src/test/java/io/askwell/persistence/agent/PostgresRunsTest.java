package io.askwell.persistence.agent;

import io.askwell.domain.agent.port.out.Runs;
import io.askwell.persistence.OpenDatabase;
import io.askwell.testkit.agent.RunsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresRunsTest extends RunsContract {
    private static OpenDatabase open;

    @BeforeAll
    static void open() {
        open = OpenDatabase.with(2);
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @Override
    protected Runs runs() {
        return new PostgresRuns(open.database());
    }
}
