package io.askwell.llm.agent;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of the model gave no whole reply. Carries no stack trace of its own: what counts is the cause. */
final class ModelUnavailable extends Exception {
    private final ModelFault fault;

    ModelUnavailable(ModelFault fault, String message) {
        super(message, null, false, false);
        this.fault = fault;
    }

    /** @param cause what broke the call, however deep it is wrapped */
    ModelUnavailable(Throwable cause) {
        super(oneLine(cause), cause, false, false);
        this.fault = classify(cause);
    }

    ModelFault fault() {
        return fault;
    }

    /** The server's answer, if it was a status that broke the call. */
    Optional<HttpRefused> refusal() {
        return Optional.ofNullable(find(HttpRefused.class, getCause()));
    }

    /** Whether the model did nothing that a provider could charge for: it was not reached, or its server refused. */
    boolean costNothing() {
        return fault == ModelFault.UNREACHABLE || refusal().isPresent();
    }

    boolean rejectsTools() {
        return refusal().map(HttpRefused::rejectsTools).orElse(false);
    }

    private static String oneLine(Throwable cause) {
        return cause.toString().replaceAll("\\p{Cntrl}+", " ");
    }

    private static ModelFault classify(Throwable cause) {
        HttpRefused refused = find(HttpRefused.class, cause);
        if (refused != null) {
            return ModelFault.ofStatus(refused.statusCode());
        }
        boolean unconnected = find(ConnectException.class, cause) != null
                || find(UnresolvedAddressException.class, cause) != null
                || find(HttpConnectTimeoutException.class, cause) != null;
        if (unconnected) {
            return ModelFault.UNREACHABLE;
        }
        return find(HttpTimeoutException.class, cause) != null ? ModelFault.TIMED_OUT : ModelFault.BROKEN_OFF;
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, @Nullable Throwable from) {
        for (Throwable cause = from; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
