package io.askwell.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.7", "::ffff:203.0.113.7, 203.0.113.7",
            "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64", "2001:db8:1:2::1, 2001:db8:1:2:0:0:0:0/64",
            "::1, 0:0:0:0:0:0:0:0/64", "_hidden, _hidden"})
    void countsWhatOneClientHasAsOne(String host, String counted) {
        assertThat(ClientAddress.of(host).value()).isEqualTo(counted);
    }

    @Test
    void isTheOtherEndOfAConnectionOrWhatAProxyNames() throws UnknownHostException {
        var other = InetAddress.getByAddress("name", new byte[]{(byte) 203, 0, 113, 7});
        assertThat(ClientAddress.of(new InetSocketAddress(other, 80)).value()).isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of(InetSocketAddress.createUnresolved("2001:db8:1:2::1", 80)).value())
                .isEqualTo("2001:db8:1:2:0:0:0:0/64");
    }

    @Test
    void aTextThatIsNoAddressIsCutShort() {
        assertThat(ClientAddress.of("x".repeat(10_000)).value()).hasSize(64);
    }
}
