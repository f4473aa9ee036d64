package io.askwell.domain.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a question comes from, as far as its rate is counted: an IPv4 address, or the /64 network of an IPv6 address, since
 * a client has all addresses of that.
 */
public record ClientAddress(String value) {
    /** Reactor's context holds the address under this name. */
    public static final String NAME = "clientAddress";
    private static final int LONGEST = 64;
    private static final int NETWORK_BYTES = 8;
    private static final int ALL_BYTES = 16;

    /** @param host as the connection or a trusted proxy gives it; what is no address counts by its text */
    public static ClientAddress of(String host) {
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return new ClientAddress(address instanceof Inet6Address six
                    ? network(six) + "/64"
                    : address.getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return new ClientAddress(host.substring(0, Math.min(host.length(), LONGEST)));
        }
    }

    /** @param remote the other end of a connection; one that a proxy's header names is unresolved, and no name is looked up */
    public static ClientAddress of(InetSocketAddress remote) {
        return of(remote.getAddress() == null ? remote.getHostString() : remote.getAddress().getHostAddress());
    }

    private static String network(Inet6Address address) {
        try {
            byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), ALL_BYTES);
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
