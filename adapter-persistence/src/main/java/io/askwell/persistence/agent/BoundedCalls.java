package io.askwell.persistence.agent;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;

/**
 * Functions that make a long text of a short one: their length must be a small number, written out, and none may feed
 * another, since lengths multiply.
 */
final class BoundedCalls {
    private static final int MAX_LENGTH = 1_000;
    private static final Set<String> PADDING = Set.of("repeat", "lpad", "rpad");
    /** A width in a format, as a number or as an argument. */
    private static final Pattern WIDTH = Pattern.compile("%(\\d+\\$)?-?[\\d*]");

    private BoundedCalls() {}

    /** @throws SqlViolation if the call could make a text of any length */
    static void check(Function function, String name) {
        if (PADDING.contains(name)) {
            checkPadding(function, name);
        } else if (name.equals("format")
                && !(arguments(function).getFirst() instanceof StringValue text
                        && !WIDTH.matcher(text.getValue()).find())) {
            throw new SqlViolation(Rule.FUNCTION, "format is allowed only with a quoted text without widths");
        }
    }

    private static void checkPadding(Function function, String name) {
        List<? extends Expression> arguments = arguments(function);
        if (arguments.size() < 2 || !(arguments.get(1) instanceof LongValue length)
                || length.getBigIntegerValue().bitLength() > 31 || length.getValue() > MAX_LENGTH) {
            throw new SqlViolation(Rule.FUNCTION, "%s is allowed only with a length of at most %d, written out"
                    .formatted(name, MAX_LENGTH));
        }
        for (Object node : SyntaxTree.nodes(arguments.getFirst())) {
            if (node instanceof Function inner && PADDING.contains(SyntaxRules.functionName(inner.getName()))) {
                throw new SqlViolation(Rule.FUNCTION, "%s must not be given what %s made".formatted(name,
                        inner.getName()));
            }
        }
    }

    private static List<? extends Expression> arguments(Function function) {
        var parameters = function.getParameters();
        if (parameters == null || parameters.isEmpty()) {
            throw new SqlViolation(Rule.FUNCTION, "%s has no arguments".formatted(function.getName()));
        }
        return parameters;
    }
}
