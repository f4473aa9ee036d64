package io.askwell.socket.agent;

import org.springframework.web.reactive.socket.CloseStatus;

/** Why the server ends a WebSocket. The codes from 4000 on are ours: the protocol leaves them to applications. */
enum CloseReason {
    SERVER_STOPS(1001, "The server stops; connect again and resume."),
    FLOOD(1008, "Too many frames that cannot be read."),
    TOO_BIG(1009, "A frame is longer than SOCKET_MAX_PAYLOAD allows."),
    MISTAKE(1011, "Something went wrong on our side."),
    UNAUTHENTICATED(4401, "A valid key was not shown in time."),
    WRONG_KEY(4401, "The key is not valid."),
    SILENT(4408, "No answer to a ping in time.");

    private final int code;
    private final String words;

    CloseReason(int code, String words) {
        this.code = code;
        this.words = words;
    }

    CloseStatus status() {
        return new CloseStatus(code, words);
    }
}
