package io.askwell.bootstrap.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Ids of what is, or was, stored: random ones alone would only ever find that nothing is there. */
final class KnownIds {
    private static final Pattern LOCATION = Pattern.compile("/(.+)/([^/]+)");
    private static final int REMEMBERED = 12;
    private final Map<String, List<String>> known = new HashMap<>();
    private final RandomGenerator random;

    KnownIds(RandomGenerator random) {
        this.random = random;
    }

    /** @param location such as {@code /orders/7} */
    void created(String location) {
        var found = LOCATION.matcher(location);
        if (found.matches()) {
            var ids = of(found.group(1));
            ids.add(found.group(2));
            if (ids.size() > REMEMBERED) {
                ids.removeFirst();
            }
        }
    }

    /** @param resource such as {@code orders} */
    String some(String resource) {
        var ids = of(resource);
        return ids.get(random.nextInt(ids.size()));
    }

    private List<String> of(String resource) {
        return known.computeIfAbsent(resource, name -> new ArrayList<>(List.of("1", "2", "3")));
    }
}
