package io.askwell.rest;

import io.askwell.domain.access.BudgetExceeded;
import io.askwell.domain.access.RequestId;
import io.askwell.domain.agent.Fault;
import io.askwell.domain.agent.RunFailed;
import io.askwell.domain.agent.TooManyRuns;
import io.askwell.domain.customer.Outdated;
import io.askwell.domain.customer.RequestKeyReused;
import io.askwell.domain.failure.Conflict;
import io.askwell.domain.failure.Failure;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.NotFound;
import io.askwell.domain.failure.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

/** The one place where what went wrong becomes a status and a problem, for every route of the server. */
final class ProblemHandler implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private final JsonMapper json;
    private final DataSize maxBody;

    /** @param maxBody what the server reads of a body at most */
    ProblemHandler(JsonMapper json, DataSize maxBody) {
        this.json = json;
        this.maxBody = maxBody;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            // Too late to say anything: the connection breaks, which is what the client should see.
            return Mono.error(error);
        }
        if (error instanceof ErrorResponse known) {
            response.getHeaders().putAll(known.getHeaders());
        }
        if (error instanceof Unavailable unavailable) {
            unavailable.retryAfterSeconds().ifPresent(
                    seconds -> response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        }
        return Mono.deferContextual(context -> {
            Problem problem = problem(error, exchange, context);
            response.setRawStatusCode(problem.status());
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getHeaders().setCacheControl(CacheControl.noStore());
            byte[] body = json.writeValueAsBytes(problem);
            response.getHeaders().setContentLength(body.length);
            return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
        });
    }

    private Problem problem(Throwable error, ServerWebExchange exchange, ContextView context) {
        String path = exchange.getRequest().getPath().value();
        return switch (error) {
            case Failure failure -> Problem.of(failure, status(failure), path);
            case ServerWebInputException input when input.getStatusCode() == HttpStatus.BAD_REQUEST ->
                Problem.of(BadInput.explain(input), HttpStatus.BAD_REQUEST, path);
            case InvalidMediaTypeException type -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The media type '%s' cannot be read.".formatted(type.getMediaType()), path);
            case DataBufferLimitException large -> tooLarge(path);
            case ResponseStatusException known when known.getStatusCode() == HttpStatus.CONTENT_TOO_LARGE ->
                tooLarge(path);
            case ResponseStatusException known -> Problem.of(known.getStatusCode(), detail(known), path);
            default -> {
                logMistake(exchange.getRequest().getMethod(), path, error, context);
                yield Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.", path);
            }
        };
    }

    private static void logMistake(HttpMethod method, String path, Throwable error, ContextView context) {
        try (var _ = MDC.putCloseable(RequestId.NAME, context.getOrDefault(RequestId.NAME, null))) {
            log.error("{} {} failed", method, path, error);
        }
    }

    private Problem tooLarge(String path) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The body must be at most %d bytes long.".formatted(
                maxBody.toBytes()), path);
    }

    private static HttpStatus status(Failure failure) {
        return switch (failure) {
            case NotFound ignored -> HttpStatus.NOT_FOUND;
            case Outdated ignored -> HttpStatus.PRECONDITION_FAILED;
            case RequestKeyReused ignored -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Conflict ignored -> HttpStatus.CONFLICT;
            case Invalid ignored -> HttpStatus.BAD_REQUEST;
            case TooManyRuns ignored -> HttpStatus.TOO_MANY_REQUESTS;
            case BudgetExceeded ignored -> HttpStatus.TOO_MANY_REQUESTS;
            case RunFailed run when run.fault() == Fault.BUDGET_EXCEEDED -> HttpStatus.TOO_MANY_REQUESTS;
            case Unavailable ignored -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static String detail(ResponseStatusException known) {
        String detail = known.getBody().getDetail();
        return detail == null ? "The request could not be served." : detail;
    }
}
