package org.maintenancefund.account;

import org.maintenancefund.kernel.Labelled;

/** 密码来源: where the password is kept and checked. */
public enum PasswordSource implements Labelled {
    /** 本系统. */
    LOCAL,
    /** 物业管理信息系统: never kept here. */
    DIRECTORY
}
