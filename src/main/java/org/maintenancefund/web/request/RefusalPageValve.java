package org.maintenancefund.web.request;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.maintenancefund.web.outage.StaticPage;
import org.springframework.http.HttpStatusCode;

/** Says in words what Tomcat refuses by itself, such as an address whose bytes are no text, long before Spring sees it. */
class RefusalPageValve extends ErrorReportValve {

    private final StaticPage unreadable = new StaticPage("outage/400.html");
    private final StaticPage unavailable = new StaticPage("outage/503.html");

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
        if (!status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            (status.is5xxServerError() ? unavailable : unreadable).write(response, status, 0);
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("Nobody is there to read the page", gone);
        }
    }
}
