package io.askwell.rest.description;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.webjars.WebJarVersionLocator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Serves the contract, and Swagger UI, which shows it. */
@Configuration(proxyBeanMethods = false)
public class DescriptionConfiguration {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final String SWAGGER_UI = "swagger-ui";

    @Bean
    RouterFunction<ServerResponse> contract(JsonMapper json) throws IOException {
        var contract = Contract.read(new ClassPathResource("openapi.yaml"), json);
        return RouterFunctions
                .route(GET("/v3/api-docs"), request -> text(MediaType.APPLICATION_JSON, contract.json()))
                .andRoute(GET("/v3/api-docs.yaml"), request -> text(YAML, contract.yaml()));
    }

    /** Its own start page, but for the script that says which contract to show. */
    @Bean
    RouterFunction<ServerResponse> swaggerUi() {
        var files = new ClassPathResource("%s/%s/%s/".formatted(WebJarVersionLocator.WEBJARS_PATH_PREFIX, SWAGGER_UI,
                new WebJarVersionLocator().version(SWAGGER_UI)));
        return RouterFunctions
                // Relative, as are the addresses in the page: a proxy may serve all of this under another path.
                .route(GET("/swagger-ui.html"),
                        request -> ServerResponse.temporaryRedirect(URI.create("swagger-ui/index.html")).build())
                .and(RouterFunctions.resource(GET("/swagger-ui/swagger-initializer.js"),
                        new ClassPathResource("swagger-initializer.js", DescriptionConfiguration.class)))
                .and(RouterFunctions.resources("/swagger-ui/**", files));
    }

    private static Mono<ServerResponse> text(MediaType type, String body) {
        return ServerResponse.ok().contentType(type).bodyValue(body);
    }
}
