package org.maintenancefund.web.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The address a limit counts: an IPv4 address, or the /64 of an IPv6 one, since a household has all of that. */
public final class ClientAddress {

    private static final int PREFIX_BYTES = 8;

    private ClientAddress() {}

    /** The key of a remote address as the server reports it, which is never a name. */
    public static String key(String remote) {
        try {
            InetAddress address = InetAddress.getByName(remote);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "::/64"
                    : address.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }
}
