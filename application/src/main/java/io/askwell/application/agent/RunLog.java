package io.askwell.application.agent;

import io.askwell.domain.access.Caller;
import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.AgentEvent.Failed;
import io.askwell.domain.agent.Mode;
import io.askwell.domain.agent.RunId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The log's lines about one run. Each is written on whichever thread the run is just then, so each says for itself which
 * request asked.
 *
 * @param requestId null where no request asked
 */
record RunLog(RunId run, @Nullable String requestId) {
    private static final Logger log = LoggerFactory.getLogger(AgentService.class);

    void begins(Caller caller, Mode mode) {
        ofTheRequest(() -> log.info("Run {} of {} begins, mode {}", run.value(), caller.name(), mode.label()));
    }

    void failed(Failed failed) {
        ofTheRequest(
                () -> log.warn("Run {} failed: {}: {}", run.value(), failed.fault().label(), failed.message()));
    }

    void broke(Throwable error) {
        ofTheRequest(() -> log.error("Run {} broke", run.value(), error));
    }

    private void ofTheRequest(Runnable line) {
        // On the agent's own thread the name is set already, and stays.
        String before = MDC.get(RequestId.NAME);
        MDC.put(RequestId.NAME, requestId);
        try {
            line.run();
        } finally {
            MDC.put(RequestId.NAME, before);
        }
    }
}
