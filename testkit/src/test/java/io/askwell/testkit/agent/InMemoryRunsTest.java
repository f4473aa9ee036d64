package io.askwell.testkit.agent;

import io.askwell.domain.agent.port.out.Runs;

class InMemoryRunsTest extends RunsContract {
    private final Runs runs = new InMemoryRuns();

    @Override
    protected Runs runs() {
        return runs;
    }
}
