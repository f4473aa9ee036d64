package io.askwell.rest.customer;

import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.failure.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a list goes on, in a form that invites nobody to compute with it. */
final class Cursor {
    private static final String PREFIX = "customer:";

    private Cursor() {}

    static String encode(CustomerId last) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((PREFIX + last.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Invalid for field {@code cursor} */
    static CustomerId decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(PREFIX)) {
                return new CustomerId(Integer.parseInt(text.substring(PREFIX.length())));
            }
        } catch (IllegalArgumentException notOurs) {
            // Falls through: not Base64, not a number, or not a positive one.
        }
        throw new Invalid("cursor", "is not one that a page of customers gave");
    }
}
