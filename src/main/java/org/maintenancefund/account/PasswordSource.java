package org.maintenancefund.account;

/** 密码来源: where the password is kept and checked. */
public enum PasswordSource {
    /** 本系统. */
    LOCAL("本系统"),
    /** 物业管理信息系统: never kept here. */
    DIRECTORY("物业管理信息系统");

    private final String label;

    PasswordSource(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
