package io.askwell.rest.customer;

import io.askwell.domain.customer.ImportLine;
import io.askwell.domain.customer.ImportMode;
import io.askwell.domain.customer.ImportReport;
import io.askwell.domain.customer.port.in.ImportCustomers;
import io.askwell.domain.failure.Invalid;
import io.askwell.rest.QueryParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code /customers/import}. */
@RestController
@RequestMapping(path = "/customers/import", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportController {
    /** Pieces of the body that wait to be read. */
    private static final int PIECES = 16;
    private final ImportCustomers imports;
    private final ImportFormat ndjson;
    private final ImportFormat csv;
    private final Duration patience;

    /** @param patience how long a client may send nothing before its import is given up */
    ImportController(ImportCustomers imports, ImportFormat ndjson, ImportFormat csv, Duration patience) {
        this.imports = imports;
        this.ndjson = ndjson;
        this.csv = csv;
        this.patience = patience;
    }

    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ImportReport> ndjson(ServerWebExchange exchange) {
        return run(exchange, ndjson);
    }

    @PostMapping(consumes = "text/csv")
    Mono<ImportReport> csv(ServerWebExchange exchange) {
        return run(exchange, csv);
    }

    private Mono<ImportReport> run(ServerWebExchange exchange, ImportFormat format) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getHeaders().containsHeader(RequestKeys.HEADER)) {
            throw new Invalid(RequestKeys.HEADER, "is not taken by imports: an address that is taken is told anyway");
        }
        ImportMode mode = new QueryParameters(request, "mode").text("mode").map(ImportMode::parse)
                .orElse(ImportMode.ALL_OR_NOTHING);
        return imports.run(lines(request.getBody().timeout(patience), format), mode)
                // What the client may still be sending is no next request.
                .doOnError(error -> exchange.getResponse().getHeaders().setConnection("close"));
    }

    /** Reads on a thread that may wait for the client, while the lines before are being stored. */
    private static Flux<ImportLine> lines(Flux<DataBuffer> body, ImportFormat format) {
        return Flux.using(() -> DataBufferUtils.subscriberInputStream(body, PIECES),
                stream -> Flux.defer(() -> generate(stream, format)).subscribeOn(Schedulers.boundedElastic()),
                ImportController::close).onErrorMap(ImportController::stalled,
                        stalled -> new ResponseStatusException(
                                HttpStatus.REQUEST_TIMEOUT, "Nothing was sent for too long."));
    }

    private static Flux<ImportLine> generate(InputStream stream, ImportFormat format) {
        return Flux.generate(() -> open(stream, format), (lines, sink) -> {
            try {
                lines.next().ifPresentOrElse(sink::next, sink::complete);
            } catch (Invalid invalid) {
                sink.error(readToTheEnd(stream, invalid));
            } catch (IOException e) {
                sink.error(e);
            }
            return lines;
        });
    }

    private static ImportFormat.Lines open(InputStream stream, ImportFormat format) throws IOException {
        try {
            return format.open(stream);
        } catch (Invalid invalid) {
            throw readToTheEnd(stream, invalid);
        }
    }

    /** Most clients listen only after they have sent everything; one that was cut off would not see why. */
    private static Invalid readToTheEnd(InputStream stream, Invalid invalid) {
        try {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            // Nobody is left to be told anything.
        }
        return invalid;
    }

    /** Wrapped, as the stream that passes it on can throw nothing but its own. */
    private static boolean stalled(Throwable error) {
        return NestedExceptionUtils.getMostSpecificCause(error) instanceof TimeoutException;
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
