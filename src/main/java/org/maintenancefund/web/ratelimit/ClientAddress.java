package org.maintenancefund.web.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address a limit counts: an IPv4 address, or the /64 of an IPv6 one, since a household has all of that. */
public final class ClientAddress {

    private static final int PREFIX_BYTES = 8;
    /** Text with a colon is read as an IPv6 address or refused; digits and dots as an IPv4 one. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F]*:.{1,60}");

    /** An address with a port, or an IPv6 one in brackets, as proxies write them. */
    private static final Pattern WITH_PORT =
            Pattern.compile("\"?(?:([0-9.]+)(?::\\d*)?|\\[([0-9a-fA-F:.]+)(?:%[^]]*)?](?::\\d*)?)\"?");

    private ClientAddress() {}

    /** The address alone; anything else as it is. */
    public static String withoutPort(String address) {
        Matcher matcher = WITH_PORT.matcher(address);
        if (!matcher.matches()) {
            return address;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    /** Whether the text is an address and nothing else. */
    public static boolean isAddress(String text) {
        return !key(text).equals("unknown");
    }

    /** The key of a remote address as the server reports it. What is no address is never looked up as a name. */
    public static String key(@Nullable String remote) {
        String literal = remote == null ? "" : withoutPort(remote.strip());
        if (!LITERAL.matcher(literal).matches()) {
            return "unknown";
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "::/64"
                    : address.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }
}
