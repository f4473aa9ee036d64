package io.askwell.persistence;

/** Patterns of {@code LIKE}. */
public final class LikePattern {
    private LikePattern() {}

    /** What contains the text, whatever characters it has. */
    public static String containing(String part) {
        return "%" + exactly(part) + "%";
    }

    /** The text alone, whatever characters it has. */
    public static String exactly(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
