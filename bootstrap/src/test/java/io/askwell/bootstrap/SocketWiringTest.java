package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.bootstrap.SocketWiring.SocketProperties;
import io.askwell.rest.http.HttpSettings;
import io.askwell.rest.http.HttpSettings.Origin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SocketWiringTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void thePagesThatMayCallTheApiMayConnectToo() {
        var settings = new SocketWiring().socketSettings(properties(SECOND, DataSize.ofKilobytes(64)),
                new HttpSettings(List.of(new Origin("https://app.example")), false));

        assertThat(settings.origins()).containsExactly("https://app.example");
        assertThat(settings.maxPayload()).isEqualTo(65_536);
    }

    @Test
    void aSettingThatLeavesNothingStopsTheStart() {
        assertThatThrownBy(() -> properties(Duration.ZERO, DataSize.ofKilobytes(64))).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("SOCKET_PING_INTERVAL");
        assertThatThrownBy(() -> properties(SECOND, DataSize.ofGigabytes(2))).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("SOCKET_MAX_PAYLOAD");
    }

    private static SocketProperties properties(Duration interval, DataSize payload) {
        return new SocketProperties(interval, SECOND, SECOND, SECOND, payload, DataSize.ofMegabytes(1), 1, 1, 1);
    }
}
