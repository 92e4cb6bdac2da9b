package org.maintenancefund.enterprise;

/** Whether a company holds the qualification of its trade, which decides where its people sign in. */
public enum Qualification {
    /** 有资质: its people use the shared account of the city's 物业管理信息系统 and never register here. */
    QUALIFIED("有资质（共享账号）"),
    /** 无资质: it registers here and its people get their user names here. */
    UNQUALIFIED("无资质（本系统注册）");

    private final String label;

    Qualification(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
