package io.askwell.domain.agent.port.out;

import io.askwell.domain.agent.AgentEvent;
import io.askwell.domain.agent.Run;

/** Counts runs where they end, whoever asked and whoever watched. */
public interface RunStatistics {

    /** @param last the terminal event with which the run ended */
    void ended(Run run, AgentEvent last);
}
