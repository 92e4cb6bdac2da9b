package org.maintenancefund.web;

import java.util.List;
import org.maintenancefund.access.CurrentUser;

/** A feature's part of what the workbench tells of how things stand; offered as a bean. Beans are ordered. */
public interface StatusSource {

    /** How that stands which this person looks after; empty where it is none of theirs. */
    List<StatusLine> lines(CurrentUser user);
}
