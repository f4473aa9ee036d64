package io.askwell.llm.agent;

/** In which way a model failed, as far as it matters to the person who asked. */
enum ModelFault {
    UNREACHABLE("it cannot be reached"),
    TIMED_OUT("it did not answer in time"),
    OVERLOADED("it has too many requests"),
    REJECTED("it rejected our request"),
    BROKEN("it reported an error"),
    BROKEN_OFF("its reply broke off"),
    UNUSABLE("its replies could not be used");

    private final String words;

    ModelFault(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }

    static ModelFault ofStatus(int status) {
        return switch (status) {
            case 429, 503 -> OVERLOADED;
            case 408, 504 -> TIMED_OUT;
            default -> status >= 500 ? BROKEN : REJECTED;
        };
    }
}
