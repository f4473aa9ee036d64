package io.askwell.persistence.agent;

import io.askwell.persistence.agent.SqlToken.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SQL split into tokens by the rules of Postgres, restricted to what every reader of SQL splits alike: so that parser and
 * database can disagree neither on where a text ends nor on what a name is.
 *
 * @param tokens without comments and without the semicolon at the end
 */
record SqlText(List<SqlToken> tokens) {
    static final int MAX_LENGTH = 10_000;
    static final int MAX_NESTING = 40;
    static final int MAX_TOKENS = 3_000;

    SqlText {
        tokens = List.copyOf(tokens);
    }

    /** @throws SqlViolation if it is too long, too deep, or not of that kind */
    static SqlText of(String sql) {
        if (sql.length() > MAX_LENGTH) {
            throw new SqlViolation(Rule.SIZE, "the SQL is longer than %d characters".formatted(MAX_LENGTH));
        }
        List<SqlToken> tokens = new SqlLexer(sql).tokens();
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        var text = new SqlText(tokens.subList(0, end));
        text.requireOneStatement();
        return text;
    }

    private void requireOneStatement() {
        if (tokens.stream().anyMatch(token -> token.is(";"))) {
            throw new SqlViolation(Rule.STATEMENT, "exactly one statement is allowed");
        }
    }

    /** What the parser reads: quoted identifiers decoded, no comments, and operators apart from what is beside them. */
    String clean() {
        return tokens.stream().map(SqlToken::spaced).collect(Collectors.joining()).strip();
    }

    /**
     * The same statement, with these names in quotes where they are no words of SQL: the parser takes words of other
     * databases, such as {@code long}, for theirs.
     */
    SqlText quoting(Set<String> names) {
        return new SqlText(tokens.stream().map(token -> token.kind() == Kind.WORD && names.contains(token.value())
                && !SqlAllowList.KEYWORDS.contains(token.value())
                        ? new SqlToken(Kind.QUOTED, token.value(), token.afterSpace())
                        : token)
                .toList());
    }

    /** The bodies of its quoted texts, as written, in order. */
    List<String> literals() {
        return tokens.stream().filter(token -> token.kind() == Kind.LITERAL).map(SqlToken::value).toList();
    }

    /** Whether both are the same to Postgres, which sees nothing but tokens. */
    boolean sameTokens(SqlText other) {
        return tokens.size() == other.tokens.size()
                && IntStream.range(0, tokens.size())
                        .allMatch(i -> tokens.get(i).same(other.tokens.get(i)));
    }
}
