package org.maintenancefund.web.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address a limit counts: an IPv4 address, or the /64 of an IPv6 one, since a household has all of that. */
public final class ClientAddress {

    private static final int PREFIX_BYTES = 8;
    private static final int NETWORK_BYTES = 6;
    private static final int HIGHEST_GROUP = 255;

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /** With a colon Java reads it as an IPv6 address or refuses it; all other text it would look up as a name. */
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F:.]{1,60})(?:%.{1,30})?");

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
        return address(remote).map(address -> key(address, PREFIX_BYTES)).orElse("unknown");
    }

    /** The same for what a whole network shares: of an IPv6 address the /48, which one customer may have for itself. */
    public static String network(@Nullable String remote) {
        return address(remote).map(address -> key(address, NETWORK_BYTES)).orElse("unknown");
    }

    private static String key(InetAddress address, int bytes) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "::/" + bytes * Byte.SIZE
                : address.getHostAddress();
    }

    private static Optional<InetAddress> address(@Nullable String remote) {
        String literal = remote == null ? "" : withoutPort(remote.strip());
        Matcher four = IPV4.matcher(literal);
        Matcher six = IPV6.matcher(literal);
        try {
            if (four.matches()) {
                return fourGroups(four);
            }
            return six.matches() ? Optional.of(InetAddress.getByName(six.group(1))) : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> fourGroups(Matcher groups) throws UnknownHostException {
        byte[] bytes = new byte[groups.groupCount()];
        for (int i = 0; i < bytes.length; i++) {
            int group = Integer.parseInt(groups.group(i + 1));
            if (group > HIGHEST_GROUP) {
                return Optional.empty();
            }
            bytes[i] = (byte) group;
        }
        return Optional.of(InetAddress.getByAddress(bytes));
    }
}
