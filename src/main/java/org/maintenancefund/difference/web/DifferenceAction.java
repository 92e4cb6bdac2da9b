package org.maintenancefund.difference.web;

import org.maintenancefund.kernel.Labelled;

/** What somebody does with a difference by the form of its page. */
enum DifferenceAction implements Labelled {
    REMARK,
    EXPLAIN,
    SETTLE,
    HAND
}
