package org.maintenancefund.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The catalogue of pages: the one source for the menu, the security chain and the access tests. A page that is not here
 * can't be reached (the chain ends in deny); in the order of the menu.
 *
 * <p>A page appears here when what is behind it works.
 */
public enum Page {
    HOME("在线办理维修资金相关注册与管理", "/"),
    ENTERPRISE_REGISTRATION("物管企业注册", "/register/enterprise/**"),
    COMMITTEE_REGISTRATION("业委会注册", "/register/committee/**"),
    DRAFTS("未提交的填写", "/drafts/*/*"),
    RECEIPT("提交成功", "/receipts/*"),
    PROGRESS("办理进度查询", "/progress/**"),
    USERNAME_LOOKUP("用户名查询", "/username-lookup"),
    AREA_REPORT("物业区域问题反馈", "/area-reports/new", "/area-reports/sent/*"),
    LOGIN("登录", "/login"),
    CENTRES("区中心联系方式", "/centres"),
    DISPLAY("大字版", "/display"),
    ATTACHMENT("附件", "/attachments/*"),

    WORKBENCH("工作台", null, signedIn(), "/workbench"),
    OFFICES("小区管理处信息管理", MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.ENTERPRISE_OPERATOR), "/my/offices/**"),
    AREA_APPLICATIONS(
            "社区信息完善",
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR),
            "/areas/applications",
            "/areas/applications/start",
            "/areas/applications/new/**",
            "/areas/applications/own/**"),
    MY_AREAS(
            "我管理的小区",
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/my/areas/**"),
    MY_ENTERPRISE("选择所属区", null, EnumSet.of(Role.ENTERPRISE_OPERATOR), "/my/enterprise/district"),
    ENTERPRISE_MATCHES("核对共享账号企业", null, EnumSet.of(Role.DISTRICT_STAFF), "/enterprises/matches/**"),
    MY_COMMITTEE("我的业委会", MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.COMMITTEE_OPERATOR), "/my/committee/**"),
    ASSOCIATION_APPLICATION(
            "申请小区管理处关联",
            MenuGroup.COMMITTEE_INFORMATION,
            EnumSet.of(Role.COMMITTEE_OPERATOR),
            "/associations",
            "/associations/new/**",
            "/associations/applications/**"),
    COMMITTEE_REVIEWS(
            "业委会审核", MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/committees/reviews/**"),
    COMMITTEE_CHANGE_REVIEWS(
            "业委会信息变更审核",
            MenuGroup.COMMITTEE_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF),
            "/committees/changes/reviews/**"),
    ASSOCIATION_REVIEWS(
            "小区管理处关联审核", MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/associations/reviews/**"),
    COMMITTEE_CHANGE_ENTRY(
            "业委会信息查询", null, EnumSet.of(Role.DISTRICT_STAFF), "/committees/*/change", "/committees/*/change/check"),
    COMMITTEES(
            "业委会信息查询",
            MenuGroup.COMMITTEE_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/committees",
            "/committees/export",
            "/committees/*"),
    ENTERPRISE_REVIEWS(
            "物管企业注册信息审核", MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/enterprises/reviews/**"),
    ENTERPRISE_STANDING(
            "物业服务企业查询", null, EnumSet.of(Role.DISTRICT_STAFF), "/enterprises/*/disable", "/enterprises/*/enable"),
    ENTERPRISE_REGISTER(
            "物业服务企业查询",
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/enterprises",
            "/enterprises/*"),
    OFFICE_REGISTER(
            "小区管理处查询",
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/offices",
            "/offices/*"),
    AREA_APPLICATION_REVIEWS(
            "社区信息审核", MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/areas/applications/reviews/**"),
    AREA_CHANGE(
            "物业区域管理", null, EnumSet.of(Role.MUNICIPAL_STAFF), "/areas/merge/**", "/areas/import/**", "/areas/*/rename"),
    AREAS(
            "物业区域查询",
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/areas",
            "/areas/export",
            "/areas/*"),
    AREA_REPORTS(
            "物业区域问题反馈",
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/area-reports",
            "/area-reports/*",
            "/area-reports/*/told"),
    OPERATOR_CREATION(
            "为经办人员创建用户名",
            null,
            EnumSet.of(Role.DISTRICT_STAFF),
            "/operators/new/**",
            "/operators/slips",
            "/operators/*/*"),
    OPERATORS(
            "操作员管理",
            MenuGroup.USERS,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/operators",
            "/operators/*"),
    STAFF("工作人员账号", MenuGroup.USERS, EnumSet.of(Role.SYSTEM_ADMIN), "/staff/**"),
    DISTRICT_CENTRES("区中心管理", MenuGroup.SYSTEM, EnumSet.of(Role.SYSTEM_ADMIN), "/district-centres/**"),
    SHARED_CREDENTIALS("共享账号", MenuGroup.SYSTEM, EnumSet.of(Role.SYSTEM_ADMIN), "/shared-credentials/**"),
    PASSWORD("密码修改", MenuGroup.USERS, signedIn(), "/account/password"),
    AUDIT("操作日志", MenuGroup.SYSTEM, EnumSet.of(Role.AUDITOR), "/audit/**");

    private final String label;
    private final @Nullable MenuGroup group;
    private final Set<Role> roles;
    private final List<String> patterns;
    private final List<PathPattern> parsed;

    /** A page for everybody, signed in or not. */
    Page(String label, String... patterns) {
        this(label, null, EnumSet.noneOf(Role.class), patterns);
    }

    Page(String label, @Nullable MenuGroup group, Set<Role> roles, String... patterns) {
        this.label = label;
        this.group = group;
        this.roles = roles;
        this.patterns = List.of(patterns);
        this.parsed = this.patterns.stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    /**
     * The page that an address within the application belongs to; of several the first one, as the security chain does.
     * Empty where the catalogue has none, and for what is no address.
     */
    public static Optional<Page> at(String path) {
        try {
            PathContainer container = PathContainer.parsePath(path);
            return Arrays.stream(values())
                    .filter(page -> page.parsed.stream().anyMatch(pattern -> pattern.matches(container)))
                    .findFirst();
        } catch (IllegalArgumentException notDecodable) {
            return Optional.empty();
        }
    }

    private static Set<Role> signedIn() {
        return EnumSet.allOf(Role.class);
    }

    /** The page's h1, menu entry and breadcrumb. */
    public String label() {
        return label;
    }

    /** The same as the manual calls it for a role: who keeps the areas manages them, who only reads them looks them up. */
    public String labelFor(Role role) {
        return this == AREAS && AREA_CHANGE.isOpenTo(role) ? AREA_CHANGE.label : label;
    }

    /** The heading it stands under in the menu. */
    public Optional<MenuGroup> group() {
        return Optional.ofNullable(group);
    }

    /** True for pages that need no sign-in. */
    public boolean isPublic() {
        return roles.isEmpty();
    }

    /** The roles that may open it; empty for a public page. */
    public Set<Role> roles() {
        return roles;
    }

    /** Path patterns (Spring's {@code PathPattern} syntax) of everything that belongs to the page. */
    public List<String> patterns() {
        return patterns;
    }

    /** The address the menu leads to. */
    public String path() {
        return patterns.get(0).replaceAll("/\\*+$", "");
    }

    /** True where the page has a menu entry: 工作台 and everything with a group. */
    public boolean inMenu() {
        return this == WORKBENCH || group != null;
    }

    /** The menu entry that it belongs to for a role: itself, or that of the same name. */
    public Page entryFor(Role role) {
        return inMenu()
                ? this
                : Arrays.stream(values())
                        .filter(page -> page.inMenu() && page.isOpenTo(role))
                        .filter(page -> page.labelFor(role).equals(label))
                        .findFirst()
                        .orElse(this);
    }

    public boolean isOpenTo(Role role) {
        return isPublic() || roles.contains(role);
    }
}
