package org.maintenancefund.help;

import org.maintenancefund.kernel.Labelled;

/** The chapters of the manual, in its own order: 注册 → 审核 → 创建用户 → 关联, and around them where to begin and the rest. */
public enum HelpChapter implements Labelled {
    START,
    REGISTRATION,
    REVIEW,
    USERS,
    ASSOCIATION,
    RECORDS,
    COLLECTION,
    EVERYDAY,
    ADMINISTRATION
}
