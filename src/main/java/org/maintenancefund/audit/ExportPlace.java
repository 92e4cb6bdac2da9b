package org.maintenancefund.audit;

import java.util.Optional;
import org.maintenancefund.access.CurrentUser;

/** Of which part of the city a person's lists are: their district. The module that knows the districts provides the bean. */
@FunctionalInterface
public interface ExportPlace {

    /** 东湖区; empty where the lists are the whole city's. */
    Optional<String> of(CurrentUser user);
}
