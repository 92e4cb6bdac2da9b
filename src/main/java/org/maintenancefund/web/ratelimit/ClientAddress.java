package org.maintenancefund.web.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address a limit counts: an IPv4 address, or the /64 of an IPv6 one, since a household has all of that. */
public final class ClientAddress {

    private static final int PREFIX_BYTES = 8;
    /** Text with a colon is read as an IPv6 address or refused; digits and dots as an IPv4 one. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F]*:.{1,60}");

    private ClientAddress() {}

    /** The key of a remote address as the server reports it. What is no address is never looked up as a name. */
    public static String key(@Nullable String remote) {
        if (remote == null || !LITERAL.matcher(remote).matches()) {
            return "unknown";
        }
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
