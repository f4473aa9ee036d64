package io.askwell.persistence.agent;

/** Names as Postgres reads them. */
final class SqlIdentifiers {
    private SqlIdentifiers() {}

    /** A quoted name as it stands, another with its ASCII letters in lower case, which are all that Postgres folds. */
    static String resolved(String written) {
        if (written.length() > 1 && written.startsWith("\"") && written.endsWith("\"")) {
            return written.substring(1, written.length() - 1).replace("\"\"", "\"");
        }
        var folded = new StringBuilder(written);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return folded.toString();
    }
}
