package io.askwell.persistence;

/** Patterns of {@code LIKE}. */
public final class LikePattern {
    private LikePattern() {}

    /** What contains the text, whatever characters it has. */
    public static String containing(String part) {
        return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
