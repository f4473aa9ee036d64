package io.askwell.socket.engineio;

import org.springframework.http.HttpStatus;

/** Why a request is not served: the codes are those of the protocol. */
enum Refusal {
    UNKNOWN_TRANSPORT(HttpStatus.BAD_REQUEST, 0, "Transport unknown"),
    UNKNOWN_SESSION(HttpStatus.BAD_REQUEST, 1, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(HttpStatus.BAD_REQUEST, 2, "Bad handshake method"),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, 3, "Bad request"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, 3, "The body is larger than maxPayload"),
    FORBIDDEN_ORIGIN(HttpStatus.FORBIDDEN, 4, "Pages of this origin may not connect"),
    TOO_MANY_SESSIONS(HttpStatus.SERVICE_UNAVAILABLE, 4, "Too many clients are connected"),
    UNSUPPORTED_VERSION(HttpStatus.BAD_REQUEST, 5, "Unsupported protocol version");

    private final HttpStatus status;
    private final int code;
    private final String message;

    Refusal(HttpStatus status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    HttpStatus status() {
        return status;
    }

    String json() {
        return "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
    }
}
