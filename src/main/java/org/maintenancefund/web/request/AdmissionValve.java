package org.maintenancefund.web.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.maintenancefund.web.outage.StaticPage;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.springframework.http.HttpStatus;

/**
 * Lets in so many requests of one address at a time, so that slow senders and slow readers of one place never hold all
 * threads, and watches over their bodies. In Tomcat and not in a filter: what comes behind the answer is still read there.
 */
class AdmissionValve extends ValveBase {

    private final Map<String, Integer> served = new ConcurrentHashMap<>();
    private final StaticPage page = new StaticPage("outage/429.html");
    private final RequestProperties properties;

    AdmissionValve(RequestProperties properties) {
        super(true);
        this.properties = properties;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String address = ClientAddress.key(request.getRemoteAddr());
        if (served.merge(address, 1, Integer::sum) > properties.perAddress()) {
            leave(address);
            page.write(response, HttpStatus.TOO_MANY_REQUESTS, 5);
            closeAfter(request, response);
            return;
        }
        RequestBody body = RequestBody.of(request, properties);
        try {
            getNext().invoke(request, response);
            if (!body.isComplete() && !request.isAsync()) {
                response.finishResponse();
                body.takeRest();
            }
        } finally {
            body.release();
            leave(address);
            if (!body.isComplete()) {
                closeAfter(request, response);
            }
        }
    }

    private void leave(String address) {
        served.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    /** What still comes is not read: the connection ends with the answer. */
    private static void closeAfter(Request request, Response response) throws IOException {
        response.finishResponse();
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
