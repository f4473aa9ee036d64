package io.askwell.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.askwell.bootstrap.RunningAskwell;
import io.askwell.testkit.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

/** The contract and the routes of the running server are the same, both ways. */
class ContractRoutesTest {
    /** The contract itself, and the page that shows it. */
    private static final Set<String> NOT_OF_THE_API = Set.of("GET /v3/api-docs", "GET /v3/api-docs.yaml",
            "GET /swagger-ui.html");

    /** Routes that stand for several paths of the contract. */
    private static final Map<String, List<String>> PATTERNS = Map.of("/health/{*path}",
            List.of("/health/liveness", "/health/readiness"));

    /** What routes do that do not tell their media types. */
    private static final Route LIVE = new Route("POST", "/agent/query", Set.of("application/json"),
            Set.of("text/event-stream"));
    private static RunningAskwell askwell;
    private static Contract contract;

    @BeforeAll
    static void start() {
        askwell = RunningAskwell.on(TestPostgres.create());
        contract = Contract.parse(read("/v3/api-docs"));
    }

    @AfterAll
    static void stop() {
        askwell.close();
    }

    @Test
    void everyRouteIsDescribedAndEverythingDescribedIsARoute() {
        assertThat(described().keySet()).containsExactlyInAnyOrderElementsOf(routes().keySet());
    }

    @Test
    void theMediaTypesAreTheSame() {
        var routes = routes();
        described().forEach((name, route) -> {
            assertThat(routes.get(name).consumes()).as("what %s reads", name).isEqualTo(route.consumes());
            assertThat(routes.get(name).produces()).as("what %s writes", name).isEqualTo(route.produces());
        });
    }

    @Test
    void aMethodThatIsNotDescribedIsNotAllowedAndTheOthersAreNamed() {
        described().values().stream().collect(Collectors.groupingBy(Route::path)).forEach((path, routes) -> {
            Set<String> known = routes.stream().map(Route::method).collect(Collectors.toSet());
            // What else it matches is another route's business: an id that is no number, there.
            Stream.of("GET", "POST", "PUT", "PATCH", "DELETE").filter(method -> !known.contains(method))
                    .filter(method -> !path.equals("/customers/import")).forEach(method -> {
                        var allowed = askwell.client().method(HttpMethod.valueOf(method)).uri(path.replace("{id}", "1"))
                                .exchange().expectStatus().isEqualTo(405).expectBody().jsonPath("$.type")
                                .isEqualTo("urn:askwell:problem:method-not-allowed").returnResult()
                                .getResponseHeaders().getAllow();
                        assertThat(allowed).as("Allow of %s %s", method, path).extracting(HttpMethod::name)
                                .containsAll(known);
                    });
        });
    }

    @Test
    void theContractIsOpenToAllInBothForms() {
        assertThat(read("/v3/api-docs.yaml")).startsWith("#").contains("openapi: 3.1.0");
        askwell.anonymous().get().uri("/v3/api-docs").exchange().expectHeader()
                .contentTypeCompatibleWith("application/json");
        askwell.anonymous().get().uri("/v3/api-docs.yaml").exchange().expectHeader()
                .contentTypeCompatibleWith("application/yaml");
    }

    @Test
    void swaggerUiShowsTheContractWithoutInlineScripts() {
        askwell.anonymous().get().uri("/swagger-ui.html").exchange().expectStatus().is3xxRedirection().expectHeader()
                .location("swagger-ui/index.html");
        String page = read("/swagger-ui/index.html");

        assertThat(page.split("<script", -1)).hasSizeGreaterThan(1);
        assertThat(page.replaceAll("<script src=\"[^\"]+\"[^>]*>\\s*</script>", "")).doesNotContain("<script");
        assertThat(read("/swagger-ui/swagger-initializer.js")).contains("../v3/api-docs").doesNotContain("petstore");
        for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js")) {
            askwell.anonymous().get().uri("/swagger-ui/" + file).exchange().expectStatus().isOk();
        }
    }

    @Test
    void nothingElseOfTheDescriptionIsOpen() {
        for (String path : List.of("/v3/api-docs/other", "/webjars/swagger-ui/index.html", "/openapi.yaml")) {
            askwell.anonymous().get().uri(path).exchange().expectStatus().isUnauthorized();
        }
        askwell.client().get().uri("/swagger-ui/..%2f..%2fopenapi.yaml").exchange().expectStatus().isNotFound();
    }

    @Test
    void whatIsOpenIsDescribedAsOpen() {
        var open = contract.operations().stream().collect(Collectors.toMap(Operation::path, Operation::open,
                (one, other) -> one && other));

        open.forEach((path, isOpen) -> {
            var status = askwell.anonymous().get().uri(path.replace("{id}", "1")).exchange().expectBody().returnResult()
                    .getStatus();
            assertThat(entry(path, status.value() != 401)).isEqualTo(entry(path, isOpen));
        });
    }

    private static String read(String path) {
        return askwell.anonymous().mutate().codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20)).build()
                .get().uri(path).exchange().expectStatus().isOk().expectBody(String.class).returnResult()
                .getResponseBody();
    }

    private static Map<String, Route> described() {
        return byName(contract.operations().stream().map(operation -> new Route(operation.method(), operation.path(),
                operation.bodies().keySet(), operation.produces())));
    }

    private static Map<String, Route> routes() {
        var annotated = askwell.beans(RequestMappingInfoHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> Route.of(info).stream());
        var functional = askwell.beans(RouterFunction.class).stream()
                .flatMap(function -> Route.of((RouterFunction<?>) function).stream());
        return byName(Stream.of(annotated, functional, Stream.of(LIVE)).flatMap(some -> some)
                .filter(route -> !NOT_OF_THE_API.contains(route.name()))
                .flatMap(route -> PATTERNS.getOrDefault(route.path(), List.of(route.path())).stream()
                        .map(path -> new Route(route.method(), path, route.consumes(), route.produces()))));
    }

    private static Map<String, Route> byName(Stream<Route> routes) {
        return routes.collect(Collectors.toMap(Route::name, route -> route, Route::and, TreeMap::new));
    }
}
