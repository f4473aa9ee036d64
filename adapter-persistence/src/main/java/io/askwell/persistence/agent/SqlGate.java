package io.askwell.persistence.agent;

import io.askwell.domain.agent.Schema;
import io.askwell.persistence.agent.Admission.Admitted;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether SQL may run: exactly one SELECT, made of allow-listed syntax, operators, functions and types, over
 * columns that the agent may read. What is admitted is the syntax tree written anew, and only if that is the same to
 * Postgres as what came. {@link Rule} has the layers in order; {@code docs/security.md} says what each is for.
 */
final class SqlGate {

    /** @param schema all that the agent may read */
    Admission admit(String sql, Schema schema) {
        try {
            SqlText written = SqlText.of(sql);
            Optional<Select> asWritten = SqlParser.parse(written.clean());
            SqlText text = asWritten.isPresent() ? written : written.quoting(columnNames(schema));
            Select select = asWritten.or(() -> SqlParser.parse(text.clean())).orElseThrow(
                    () -> new SqlViolation(Rule.PARSER, "it is not valid PostgreSQL: syntax error"));
            Collection<Object> nodes = SyntaxTree.nodes(select);
            SyntaxRules.check(nodes);
            requireSame(text, select, nodes);
            Set<String> names = SqlNames.resolve(select, nodes, schema);
            requireKnownWords(text, names);
            return new Admitted(select.toString());
        } catch (SqlViolation violation) {
            return violation.refused();
        } catch (StackOverflowError tooDeep) {
            return new SqlViolation(Rule.SIZE, "the SQL is nested too deep").refused();
        }
    }

    private static Set<String> columnNames(Schema schema) {
        return schema.tables().stream().flatMap(table -> table.columns().stream()).map(Schema.Column::name)
                .collect(Collectors.toSet());
    }

    /** If the tree is the text, what the tree's nodes say is all that the text says. */
    private static void requireSame(SqlText text, Select select, Collection<Object> nodes) {
        if (!text.literals().stream().sorted().toList()
                .equals(nodes.stream().flatMap(SqlGate::literals).sorted().toList())) {
            throw new SqlViolation(Rule.REWRITE, "a quoted text stands where it could be read in two ways");
        }
        if (!text.sameTokens(SqlText.of(select.toString()))) {
            throw new SqlViolation(Rule.REWRITE, "it uses syntax of PostgreSQL that cannot be checked here; "
                    + "say it in a plainer way");
        }
    }

    /** A second net under the walk over the tree: no word is there that nobody has judged. */
    private static void requireKnownWords(SqlText text, Set<String> names) {
        for (SqlToken token : text.tokens()) {
            if (token.isName() && !names.contains(token.value()) && !SqlAllowList.allowsWord(token)) {
                throw new SqlViolation(Rule.WORD, "the word %s is not allowed here".formatted(token.value()));
            }
        }
    }

    /** The quoted texts that a node stands for, without their quotes. */
    private static Stream<String> literals(Object node) {
        return switch (node) {
            case StringValue text -> Stream.of(Objects.requireNonNullElse(text.getPrefix(), "") + text.getValue());
            case DateTimeLiteralExpression time -> unquoted(time.getValue());
            case IntervalExpression interval -> unquoted(interval.getParameter());
            default -> Stream.empty();
        };
    }

    private static Stream<String> unquoted(@Nullable String literal) {
        return literal != null && literal.startsWith("'")
                ? Stream.of(literal.substring(1, literal.length() - 1))
                : Stream.empty();
    }
}
