package org.maintenancefund.committee.domain;

/**
 * Why one part of a divided community registers on its own, the applicant's answer where the chosen area has siblings. None
 * of them: the areas have one committee and one company and are to be merged first.
 */
public enum SiblingException {
    OWN_COMMITTEES("各期（片区）各有自己的业委会"),
    OTHER_COMPANY("物业服务企业或管理处不同"),
    OWN_ACCOUNT("有独立的维修资金专户");

    private final String label;

    SiblingException(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
