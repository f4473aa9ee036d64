package io.askwell.llm.agent;

/** The subscriber left: nothing that is still to be said has a reader. Carries no stack trace, it is not a fault. */
final class RunCancelled extends RuntimeException {
    RunCancelled() {
        super("the run was cancelled", null, false, false);
    }
}
