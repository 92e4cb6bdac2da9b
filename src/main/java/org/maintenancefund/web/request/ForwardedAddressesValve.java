package org.maintenancefund.web.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.maintenancefund.web.ratelimit.ClientAddress;

/**
 * Takes the ports out of {@code X-Forwarded-For} ({@code 203.0.113.5:51234}, {@code [2001:db8::1]:443}), as some proxies write
 * them: Tomcat's own valve for proxies compares and passes on whatever stands there. Whom to believe stays its decision.
 */
class ForwardedAddressesValve extends ValveBase {

    private static final String HEADER = "X-Forwarded-For";

    /** The nearest hops stand last; nobody has more proxies of their own than that. */
    private static final int MOST_HOPS = 20;

    ForwardedAddressesValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        List<String> sent = Collections.list(request.getHeaders(HEADER));
        if (!sent.isEmpty()) {
            MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
            headers.removeHeader(HEADER);
            headers.addValue(HEADER).setString(withoutPorts(String.join(",", sent)));
        }
        getNext().invoke(request, response);
    }

    static String withoutPorts(String header) {
        String[] hops = header.split(",");
        return Arrays.stream(hops)
                .skip(Math.max(0, hops.length - MOST_HOPS))
                .map(hop -> ClientAddress.withoutPort(hop.strip()))
                .map(hop -> ClientAddress.isAddress(hop) ? hop : "unknown")
                .collect(Collectors.joining(", "));
    }
}
