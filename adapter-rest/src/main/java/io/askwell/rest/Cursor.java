package io.askwell.rest;

import io.askwell.domain.Moment;
import io.askwell.domain.agent.RunId;
import io.askwell.domain.agent.RunQuery;
import io.askwell.domain.failure.Failure;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.paging.Position;
import io.askwell.domain.paging.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a list goes on, in a form that invites nobody to compute with it: what the order of the last item hangs on. */
public final class Cursor {
    private static final char SEPARATOR = '\n';
    private static final int MAX_LENGTH = 1_000;

    private Cursor() {}

    public static String encode(Position position, Sort<?> sort) {
        String text = sort.name() + SEPARATOR + position.id()
                + position.key().map(key -> SEPARATOR + key.toString()).orElse("");
        return opaque(text);
    }

    /** Of a history of runs. */
    public static String encode(RunQuery.Place place) {
        return opaque(place.askedAt().toString() + SEPARATOR + place.id().value());
    }

    private static String opaque(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param sort of the list that is to go on
     * @throws Invalid for field {@code cursor}
     */
    public static Position decode(String cursor, Sort<?> sort) {
        try {
            String text = text(cursor);
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
        throw notOurs();
    }

    /**
     * Of a history of runs.
     *
     * @throws Invalid for field {@code cursor}
     */
    public static RunQuery.Place decode(String cursor) {
        try {
            String[] parts = text(cursor).split(String.valueOf(SEPARATOR), -1);
            if (parts.length == 2) {
                return new RunQuery.Place(Moment.parse("cursor", parts[0]), RunId.parse(parts[1]));
            }
        } catch (IllegalArgumentException | Failure notOurs) {
            // Falls through: not Base64, or not what stands in ours.
        }
        throw notOurs();
    }

    private static String text(String cursor) {
        return cursor.length() > MAX_LENGTH
                ? ""
                : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private static Invalid notOurs() {
        return new Invalid("cursor", "is not one that a page of this list in this order gave");
    }
}
