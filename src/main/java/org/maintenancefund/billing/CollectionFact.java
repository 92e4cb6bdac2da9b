package org.maintenancefund.billing;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaView;

/** What another feature tells of an area whose fund is collected; offered as a bean and shown beside its first month. Beans are ordered. */
public interface CollectionFact {

    /** @param month the one that runs */
    Optional<Fact> of(AreaView area, YearMonth month);

    /**
     * A line of it.
     *
     * @param href the page about it, or null
     */
    record Fact(String label, String text, @Nullable String href) {

        /** Whether that page is one of the reader's. */
        public boolean leads(CurrentUser reader) {
            return href != null
                    && Page.at(href)
                            .filter(page -> page.isOpenTo(reader.role()))
                            .isPresent();
        }
    }
}
