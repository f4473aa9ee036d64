package io.askwell.rest.customer;

import io.askwell.domain.customer.Precondition;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.failure.Invalid;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Versions as entity tags. */
final class Versions {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private Versions() {}

    static String tag(Stored<?, ?> stored) {
        return "\"" + stored.version() + "\"";
    }

    /**
     * What {@code If-Match} asks for. A tag that none of our versions has matches nothing, and neither does a weak one.
     *
     * @throws Invalid if it is no list of entity tags
     */
    static Precondition precondition(HttpHeaders headers) {
        String value = String.join(",", headers.getOrEmpty(HttpHeaders.IF_MATCH)).strip();
        if (value.isEmpty() || value.equals("*")) {
            return Precondition.NONE;
        }
        List<ETag> tags = ETag.parse(value);
        if (tags.isEmpty()) {
            throw new Invalid(HttpHeaders.IF_MATCH, "must be * or a list of entity tags such as \"3\"");
        }
        return Precondition.oneOf(tags.stream().filter(tag -> !tag.weak() && NUMBER.matcher(tag.tag()).matches())
                .map(tag -> Integer.valueOf(tag.tag())).collect(Collectors.toSet()));
    }
}
