package org.maintenancefund.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;

/** The kinds of application; one life for all of them. */
public enum ApplicationKind {
    COMMITTEE_REGISTRATION("YW", "业委会注册", "业委会名称", "物业区域", "属性", Page.COMMITTEE_REVIEWS),
    ENTERPRISE_REGISTRATION("WG", "物管企业注册", "企业名称", "统一社会信用代码", null, Page.ENTERPRISE_REVIEWS),
    COMMITTEE_CHANGE("BG", "业委会信息变更", "业委会名称", "物业区域", "变更事项", Page.COMMITTEE_CHANGE_REVIEWS),
    ASSOCIATION("GL", "小区管理处关联申请", "业委会名称", "物业区域", "关联对象", Page.ASSOCIATION_REVIEWS),
    AREA_APPLICATION("SQ", "社区信息完善", "小区名称", "物业区域", "类型", Page.AREA_APPLICATION_REVIEWS);

    /** Where a committee's own changes stand, each under its number. */
    public static final String OWN_CHANGES = "/my/committee/changes";

    /** Where a committee's own applications for an association stand, each under its number. */
    public static final String OWN_ASSOCIATIONS = "/associations/applications";

    /** Where an organisation's own applications about areas stand, each under its number. */
    public static final String OWN_AREAS = "/areas/applications/own";

    private final String prefix;
    private final String label;
    private final String titleLabel;
    private final String subjectLabel;
    private final @Nullable String tagLabel;
    private final Page reviews;

    ApplicationKind(
            String prefix,
            String label,
            String titleLabel,
            String subjectLabel,
            @Nullable String tagLabel,
            Page reviews) {
        this.prefix = prefix;
        this.label = label;
        this.titleLabel = titleLabel;
        this.subjectLabel = subjectLabel;
        this.tagLabel = tagLabel;
        this.reviews = reviews;
    }

    /** The two letters a 受理编号 of this kind begins with. */
    public String prefix() {
        return prefix;
    }

    public String label() {
        return label;
    }

    /** What the title of such an application is called in lists. */
    public String titleLabel() {
        return titleLabel;
    }

    /** What lists call that which it is about. */
    public String subjectLabel() {
        return subjectLabel;
    }

    /** True where what it is about lies in a street; a company is anywhere in its district. */
    public boolean byStreet() {
        return this != ENTERPRISE_REGISTRATION;
    }

    /** Where the applicants find theirs. */
    public Page ownPage() {
        return switch (this) {
            case COMMITTEE_REGISTRATION, ENTERPRISE_REGISTRATION -> Page.PROGRESS;
            case COMMITTEE_CHANGE -> Page.MY_COMMITTEE;
            case ASSOCIATION -> Page.ASSOCIATION_APPLICATION;
            case AREA_APPLICATION -> Page.AREA_APPLICATIONS;
        };
    }

    /** The address under which one of an organisation's own stands by its number; empty where {@link #byReceipt}. */
    public Optional<String> ownPath() {
        return switch (this) {
            case COMMITTEE_REGISTRATION, ENTERPRISE_REGISTRATION -> Optional.empty();
            case COMMITTEE_CHANGE -> Optional.of(OWN_CHANGES);
            case ASSOCIATION -> Optional.of(OWN_ASSOCIATIONS);
            case AREA_APPLICATION -> Optional.of(OWN_AREAS);
        };
    }

    /** True where strangers apply, who follow and revise it by its 回执码; the others are done under an account. */
    public boolean byReceipt() {
        return ownPage() == Page.PROGRESS;
    }

    /** What the tag beside the title is called in filters; empty where the kind has none. */
    public Optional<String> tagLabel() {
        return Optional.ofNullable(tagLabel);
    }

    /** The page where the district reviews it. */
    public Page reviews() {
        return reviews;
    }

    /** The kind reviewed on that page. */
    public static Optional<ApplicationKind> reviewedOn(Page page) {
        for (ApplicationKind kind : values()) {
            if (kind.reviews == page) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
