package org.maintenancefund.web.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * Encodes what Tomcat lets through of an address as it was pasted ({@code [ ] { | }} and the like), so that everything
 * behind, redirects above all, has to do with proper addresses only.
 */
class EncodedAddressValve extends ValveBase {

    private static final String PASTED = "[]{}|^`\\\"<>";

    EncodedAddressValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        encode(request.getCoyoteRequest().requestURI());
        encode(request.getCoyoteRequest().queryString());
        getNext().invoke(request, response);
    }

    private static void encode(MessageBytes part) {
        String text = part.toString();
        if (text != null && text.chars().anyMatch(sign -> PASTED.indexOf(sign) >= 0)) {
            StringBuilder encoded = new StringBuilder();
            text.chars().forEach(sign -> {
                if (PASTED.indexOf(sign) >= 0) {
                    encoded.append('%').append(Integer.toHexString(sign).toUpperCase(Locale.ROOT));
                } else {
                    encoded.append((char) sign);
                }
            });
            part.setString(encoded.toString());
        }
    }
}
