package io.askwell.testkit.agent;

import io.askwell.domain.agent.port.out.Runs;
import org.junit.jupiter.api.Nested;

/** What every event log does; the test of each extends this. */
public abstract class RunsContract {
    protected abstract Runs runs();

    @Nested
    class OfEvents extends EventLogContract {
        @Override
        protected Runs runs() {
            return RunsContract.this.runs();
        }
    }

    @Nested
    class OfHistories extends HistoryContract {
        @Override
        protected Runs runs() {
            return RunsContract.this.runs();
        }
    }

    @Nested
    class OfConversations extends ConversationsContract {
        @Override
        protected Runs runs() {
            return RunsContract.this.runs();
        }
    }
}
