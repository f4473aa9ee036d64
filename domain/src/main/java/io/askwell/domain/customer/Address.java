package io.askwell.domain.customer;

import io.askwell.domain.Text;
import io.askwell.domain.failure.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer is billed, or where goods are shipped.
 *
 * @param type what it is for, such as {@code billing} or {@code shipping}
 */
public record Address(CustomerId customerId, @Nullable String type, @Nullable String street, @Nullable String city,
        @Nullable String zip, @Nullable String country) implements Belonging {
    public static final int MAX_TYPE = 50;
    public static final int MAX_STREET = 100;
    public static final int MAX_CITY = 50;
    public static final int MAX_ZIP = 20;
    public static final int MAX_COUNTRY = 50;

    /** @throws Invalid with the violations of all fields */
    public static Address parse(@Nullable Integer customerId, @Nullable String type, @Nullable String street,
            @Nullable String city, @Nullable String zip, @Nullable String country) {
        return Invalid.all(check -> new Address(check.read(() -> CustomerId.parse("customerId", customerId)),
                check.read(() -> Text.optional("type", type, MAX_TYPE)),
                check.read(() -> Text.optional("street", street, MAX_STREET)),
                check.read(() -> Text.optional("city", city, MAX_CITY)),
                check.read(() -> Text.optional("zip", zip, MAX_ZIP)),
                check.read(() -> Text.optional("country", country, MAX_COUNTRY))));
    }
}
