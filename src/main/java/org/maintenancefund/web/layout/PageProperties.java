package org.maintenancefund.web.layout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what a page shows may be ({@code app.pages.*}); so much later at most an instance sees what another one changed.
 *
 * @param kept   pages that are the same for all visitors, see {@link SameForVisitors}
 * @param unchanged how long a page is kept that nobody asks for; it is never older than what it shows
 * @param counts the numbers in the menu, what waits on the workbench and 本月办理; after a form of one's own they are counted anew
 * @param todos  the numbers in the header: of all that waits, which the workbench renews, and of unread messages; the same
 */
@ConfigurationProperties("app.pages")
record PageProperties(
        @DefaultValue("10s") Duration kept,
        @DefaultValue("10m") Duration unchanged,
        @DefaultValue("3s") Duration counts,
        @DefaultValue("30s") Duration todos) {}
