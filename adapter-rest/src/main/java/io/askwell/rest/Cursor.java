package io.askwell.rest;

import io.askwell.domain.failure.Invalid;
import io.askwell.domain.paging.Position;
import io.askwell.domain.paging.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a list goes on, in a form that invites nobody to compute with it: the sort, the id and the key of the last item. */
public final class Cursor {
    private static final char SEPARATOR = '\n';
    private static final int MAX_LENGTH = 1_000;

    private Cursor() {}

    public static String encode(Position position, Sort<?> sort) {
        String text = sort.name() + SEPARATOR + position.id()
                + position.key().map(key -> SEPARATOR + key.toString()).orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param sort of the list that is to go on
     * @throws Invalid for field {@code cursor}
     */
    public static Position decode(String cursor, Sort<?> sort) {
        try {
            String text = cursor.length() > MAX_LENGTH
                    ? ""
                    : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(String.valueOf(SEPARATOR), 3);
            // No database takes the character 0.
            if (parts.length >= 2 && parts[0].equals(sort.name()) && text.indexOf('\0') < 0) {
                Optional<Comparable<?>> key = parts.length == 3
                        ? Optional.of(sort.field().parser().apply(parts[2]))
                        : Optional.empty();
                return new Position(key, Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException notOurs) {
            // Falls through: not Base64, or not what stands in ours.
        }
        throw new Invalid("cursor", "is not one that a page of this list in this order gave");
    }
}
