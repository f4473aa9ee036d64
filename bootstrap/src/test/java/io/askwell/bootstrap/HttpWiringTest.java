package io.askwell.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.rest.http.HttpSettings;
import io.askwell.rest.http.HttpSettings.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class HttpWiringTest {
    @Test
    void noPageIsLetInAndNoRequestLoggedUnlessAskedFor() {
        assertThat(settings("CORS_ORIGINS", " ")).isEqualTo(HttpSettings.DEFAULT);
    }

    @Test
    void readsAListOfOrigins() {
        assertThat(settings("CORS_ORIGINS", "https://app.example, http://localhost:3000,http://[::1]:80").origins())
                .extracting(Origin::value)
                .containsExactly("https://app.example", "http://localhost:3000", "http://[::1]:80");
        assertThat(settings("CORS_ORIGINS", "*").origins()).containsExactly(new Origin("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example", "https://app.example/", "https://app.example/path", "ftp://app.example",
            "https://", "https://*.example", "https://App.Example", "https://user@app.example", "https://a:b",
            "https://a:99999", "https://a,", "null"})
    void anOriginThatNoBrowserSendsStopsTheStart(String list) {
        assertThatThrownBy(() -> settings("CORS_ORIGINS", list)).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("is not an origin");
    }

    @Test
    void theAccessLogIsOnOrOff() {
        assertThat(settings("ACCESS_LOG", "on").accessLog()).isTrue();
        assertThat(settings("ACCESS_LOG", "off").accessLog()).isFalse();
        assertThatThrownBy(() -> settings("ACCESS_LOG", "yes")).isInstanceOf(StartupProblem.class);
    }

    private static HttpSettings settings(String name, String value) {
        return HttpWiring.settings(new MockEnvironment().withProperty(name, value));
    }
}
