package io.askwell.interpreter.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How texts are cut into words: runs of letters and digits, lower-cased. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern CAMEL_HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

    private Words() {}

    public static Matcher in(String text) {
        return WORD.matcher(text);
    }

    /** The words of a text, such as a stored value. */
    public static List<String> of(String text) {
        return in(text).results().map(found -> found.group().toLowerCase(Locale.ROOT)).toList();
    }

    /** The words of a name in a schema, such as {@code order_date} or {@code orderDate}. */
    public static List<String> ofName(String name) {
        return of(CAMEL_HUMP.matcher(name).replaceAll(" "));
    }
}
