package io.askwell.interpreter.token;

import io.askwell.interpreter.lexicon.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a question into tokens. Punctuation that carries no meaning of its own is dropped into the gaps. */
public final class Tokenizer {
    /** The possessive of a plural: an apostrophe after an s that is no closing quote. */
    private static final Pattern PLURAL_POSSESSIVE = Pattern.compile("(?<=s)['\u2019](?=\\s+\\p{L})");
    /** "first and last names" is short for "first names and last names". */
    private static final Pattern SHARED_NOUN = Pattern
            .compile("(?i)\\b(first|middle|last) and (first|middle|last) (names?)\\b");
    private static final Pattern SYMBOL = Pattern.compile(">=|<=|[<>=%+*&#^~|\\\\{}\\[\\]]");

    private Tokenizer() {}

    /** @param text as {@link #expanded} left it; offsets are within it */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = Words.in(text);
        int end = 0;
        while (word.find()) {
            addSymbols(tokens, text.substring(end, word.start()), end);
            tokens.add(new Token(word.group(), word.start(), text.substring(end, word.start()), true));
            end = word.end();
        }
        addSymbols(tokens, text.substring(end), end);
        return List.copyOf(tokens);
    }

    /** Writes out what is short: "the customers' orders" as "the customers's orders", so that a possessive has one form. */
    static String expanded(String question) {
        return SHARED_NOUN.matcher(expandPossessives(question)).replaceAll("$1 $3 and $2 $3");
    }

    private static String expandPossessives(String question) {
        return question.indexOf('\'') == question.lastIndexOf('\'')
                ? PLURAL_POSSESSIVE.matcher(question).replaceAll("'s")
                : question;
    }

    private static void addSymbols(List<Token> tokens, String gap, int offset) {
        Matcher symbol = SYMBOL.matcher(gap);
        while (symbol.find()) {
            tokens.add(new Token(symbol.group(), offset + symbol.start(), "", false));
        }
    }
}
