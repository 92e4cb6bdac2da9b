package org.maintenancefund.web;

import org.maintenancefund.kernel.Labelled;

/** The parts of 待办事项, in their order on the workbench. */
public enum TodoGroup implements Labelled {
    /** What is overdue, or will be before the next working day is over. */
    TODAY,
    REVIEW,
    NOTIFY,
    ACCOUNT,
    REMINDER
}
