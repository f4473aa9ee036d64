package io.askwell.rest;

import io.askwell.domain.failure.Invalid;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the client's terms what Spring could not read. */
public final class BadInput {
    private static final String BODY = "body";

    private BadInput() {}

    static Invalid explain(ServerWebInputException input) {
        JacksonException json = cause(input);
        if (json != null) {
            return json(json);
        }
        MethodParameter parameter = input.getMethodParameter();
        return parameter == null || parameter.getParameterName() == null || isBody(parameter)
                ? noBody()
                : new Invalid(parameter.getParameterName(), "is missing or not of the right type: "
                        + wanted(parameter.getParameterType()));
    }

    /** What is wrong where there is no body. */
    static Invalid noBody() {
        return new Invalid(BODY, "must be a JSON object");
    }

    /** What is wrong with a body that is no JSON, or not the JSON that is wanted. */
    public static Invalid json(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> new Invalid(path(unknown), "is not a known field; known are "
                    + unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted()
                            .collect(Collectors.joining(", ")));
            case InputCoercionException number -> new Invalid(path(number), "is too large a number");
            case StreamReadException twice when String.valueOf(twice.getOriginalMessage()).startsWith("Duplicate") ->
                new Invalid(BODY, "has a field twice (line %d, column %d)".formatted(twice.getLocation().getLineNr(),
                        twice.getLocation().getColumnNr()));
            case MismatchedInputException wrong -> new Invalid(path(wrong), "is not of the right type: "
                    + (wrong.getTargetType() == null ? "see the API's documentation" : wanted(wrong.getTargetType())));
            case StreamReadException malformed -> new Invalid(BODY, "is not valid JSON (line %d, column %d)".formatted(
                    malformed.getLocation().getLineNr(), malformed.getLocation().getColumnNr()));
            default -> new Invalid(BODY, "is not valid JSON");
        };
    }

    private static String path(DatabindException error) {
        String path = error.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? BODY : path;
    }

    /** Where the parser stopped, which is all that is known of a number that does not fit. */
    private static String path(InputCoercionException error) {
        JsonParser parser = error.processor();
        String path = parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
        return path.isEmpty() ? BODY : path.substring(1).replace('/', '.');
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class);
    }

    private static String wanted(Class<?> type) {
        if (type == String.class) {
            return "a text is wanted";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number is wanted";
        }
        return "a JSON object is wanted";
    }

    private static @Nullable JacksonException cause(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return json;
            }
        }
        return null;
    }
}
