package io.askwell.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {
    @Test
    void takesNamesOfAnyScriptAndTrimsThem() {
        assertThat(Customer.parse("  Žofie 名前 🙂 ", " z@example.cz ")).isEqualTo(
                new Customer(new CustomerName("Žofie 名前 🙂"), new Email("z@example.cz")));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThat(violations(null, " ")).containsExactly(new Violation("name", "must not be blank"),
                new Violation("email", "must not be blank"));
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(Customer.parse("🙂".repeat(100), "a@b.c").name().value()).hasSize(200);
        assertThat(violations("🙂".repeat(101), "a@b.c")).containsExactly(
                new Violation("name", "must be at most 100 characters long, but has 101"));
    }

    @Test
    void refusesCharactersThatNobodyCanSee() {
        assertThat(violations("a\u0000b", "a@b.c")).containsExactly(
                new Violation("name", "must not contain control characters"));
        assertThat(violations("half \ud83d", "a@b.c")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b \u2003", "\u3000", "\ufeff"})
    void refusesANameThatShowsNothing(String name) {
        assertThat(violations(name, "a@b.c")).containsExactly(new Violation("name", "must not be blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200balice@example.com", "alice\u00a0b@example.com", "alice", "alice@", "@example.com",
            "a@b", "a@@b.c", "a b@c.d", "a@b.", "a@.b", "a@b..c"})
    void refusesWhatIsNoEmailAddress(String email) {
        assertThat(violations("Alice", email)).extracting(Violation::field).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "o'brien+tag@mail.example.co.uk", "用户@例子.公司"})
    void takesWhatMayBeAnEmailAddress(String email) {
        assertThat(Customer.parse("Alice", email).email().value()).isEqualTo(email);
    }

    private static java.util.List<Violation> violations(@Nullable String name, @Nullable String email) {
        return catchThrowableOfType(Invalid.class, () -> Customer.parse(name, email)).violations();
    }
}
