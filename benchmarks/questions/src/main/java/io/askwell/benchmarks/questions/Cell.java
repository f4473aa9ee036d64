package io.askwell.benchmarks.questions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes cells so that equal ones are the same text: numbers to 4 decimals, whether they are stored as numbers or as text. */
final class Cell {
    private static final int DECIMALS = 4;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");

    private Cell() {}

    static String of(JsonNode cell) {
        return cell.isNull() ? "NULL" : normal(cell.asString());
    }

    static String of(@Nullable String cell) {
        return cell == null ? "NULL" : normal(cell);
    }

    private static String normal(String text) {
        String stripped = text.strip();
        if (NUMBER.matcher(stripped).matches()) {
            BigDecimal number = new BigDecimal(stripped).setScale(DECIMALS, RoundingMode.HALF_UP);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        // "2008-01-25" as a day and as the midnight at which it begins.
        return stripped.endsWith(" 00:00:00") ? stripped.substring(0, stripped.length() - 9) : stripped;
    }
}
