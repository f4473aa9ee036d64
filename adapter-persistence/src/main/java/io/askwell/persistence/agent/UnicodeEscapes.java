package io.askwell.persistence.agent;

/** The escapes of {@code U&"…"}: four hexadecimal digits, or a plus sign and six. */
final class UnicodeEscapes {
    private UnicodeEscapes() {}

    /** @throws SqlViolation if an escape is not one */
    static String decode(String body, char escape) {
        if (Character.digit(escape, 16) >= 0 || "+'\" \t\n\r".indexOf(escape) >= 0) {
            throw broken();
        }
        var decoded = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            if (body.charAt(at) != escape) {
                decoded.append(body.charAt(at++));
            } else if (at + 1 < body.length() && body.charAt(at + 1) == escape) {
                decoded.append(escape);
                at += 2;
            } else {
                boolean isLong = at + 1 < body.length() && body.charAt(at + 1) == '+';
                int start = at + (isLong ? 2 : 1);
                at = start + (isLong ? 6 : 4);
                decoded.appendCodePoint(codePoint(body, start, at));
            }
        }
        return decoded.toString();
    }

    private static int codePoint(String body, int start, int end) {
        if (end > body.length() || !body.substring(start, end).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw broken();
        }
        int codePoint = Integer.parseInt(body, start, end, 16);
        if (!Character.isValidCodePoint(codePoint)) {
            throw broken();
        }
        return codePoint;
    }

    private static SqlViolation broken() {
        return new SqlViolation(Rule.TEXT, "it is not valid PostgreSQL: a Unicode escape is broken");
    }
}
