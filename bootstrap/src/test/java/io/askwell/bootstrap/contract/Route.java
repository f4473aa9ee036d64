package io.askwell.bootstrap.contract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

/**
 * A route of the running server.
 *
 * @param consumes media types; empty where there is no body
 * @param produces media types; empty where there is no body
 */
record Route(String method, String path, Set<String> consumes, Set<String> produces) {
    private static final Pattern FUNCTION = Pattern.compile("\\(([A-Z]+) && (/[^) ]*)\\)[^>]* -> ");

    String name() {
        return method + " " + path;
    }

    /** Both, of the same name, as one. */
    Route and(Route other) {
        return new Route(method, path, union(consumes, other.consumes), union(produces, other.produces));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Those of an annotated controller's method. */
    static List<Route> of(RequestMappingInfo info) {
        Set<String> consumes = names(info.getConsumesCondition().getConsumableMediaTypes());
        Set<String> produces = names(info.getProducesCondition().getProducibleMediaTypes());
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Route(method.name(), path.getPatternString(), consumes, produces)))
                .toList();
    }

    private static Set<String> names(Set<MediaType> types) {
        var names = new TreeSet<String>();
        types.forEach(type -> names.add(type.getType() + "/" + type.getSubtype()));
        return names;
    }

    /** Those of a router function, which tells no media types. */
    static List<Route> of(RouterFunction<?> function) {
        return FUNCTION.matcher(function.toString()).results()
                .map(found -> new Route(found.group(1), found.group(2), Set.of(), Set.of())).toList();
    }
}
