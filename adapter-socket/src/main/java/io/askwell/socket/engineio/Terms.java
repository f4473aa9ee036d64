package io.askwell.socket.engineio;

import java.util.List;
import java.util.stream.Collectors;

/** What a client is told first. */
final class Terms {
    private Terms() {}

    /**
     * As JSON.
     *
     * @param id of the session, letters and digits
     * @param upgrades the transports that the client may go over to
     */
    static String of(String id, List<String> upgrades, EngineSettings settings) {
        return "{\"sid\":\"%s\",\"upgrades\":[%s],\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}".formatted(
                id,
                upgrades.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",")),
                settings.pingInterval().toMillis(), settings.pingTimeout().toMillis(), settings.maxPayload());
    }
}
