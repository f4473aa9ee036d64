package io.askwell.bootstrap;

/** Something that the person who starts Askwell can put right; it is shown to them without a stack trace. */
public final class StartupProblem extends RuntimeException {
    private final String action;

    /**
     * @param problem what is wrong, in a sentence
     * @param action what to do about it, in a sentence
     */
    public StartupProblem(String problem, String action) {
        super(problem);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
