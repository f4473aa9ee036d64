package io.askwell.domain.customer;

import io.askwell.domain.Text;
import io.askwell.domain.failure.Invalid;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address. The rule is simple on purpose, since only a sent message proves an address: one {@code @}, something
 * before it, a domain of at least two dot-separated labels after it, no white space and nothing invisible.
 */
public record Email(String value) {
    public static final int MAX_LENGTH = 100;
    private static final Pattern SHAPE = Pattern
            .compile("[^\\s\\p{Z}\\p{Cf}@]+@[^\\s\\p{Z}\\p{Cf}@.]+(\\.[^\\s\\p{Z}\\p{Cf}@.]+)+");

    /** Whether both are the same address: case does not tell two apart. */
    public boolean isSameAs(Email other) {
        return value.equalsIgnoreCase(other.value);
    }

    /** @throws Invalid for field {@code email} */
    public static Email parse(@Nullable String raw) {
        String text = Text.required("email", raw, MAX_LENGTH);
        if (!SHAPE.matcher(text).matches()) {
            throw new Invalid("email", "must be an e-mail address such as alice@example.com");
        }
        return new Email(text);
    }
}
