package io.askwell.bootstrap.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.bootstrap.StartupProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class LogFormatTest {
    @Test
    void isForPeopleUnlessSaidOtherwise() {
        assertThat(LogFormat.properties(new MockEnvironment()))
                .isEqualTo(LogFormat.properties(new MockEnvironment().withProperty("LOG_FORMAT", "text")))
                .containsExactly(Map.entry("logging.structured.format.console", ""));
    }

    @Test
    void anUnknownFormatStopsTheStart() {
        assertThatThrownBy(() -> LogFormat.properties(new MockEnvironment().withProperty("LOG_FORMAT", "xml")))
                .isInstanceOf(StartupProblem.class).hasMessage("LOG_FORMAT is 'xml'.");
    }
}
