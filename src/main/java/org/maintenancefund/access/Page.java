package org.maintenancefund.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The catalogue of pages: the one source for the menu, the security chain and the access tests. A page that is not here
 * can't be reached (the chain ends in deny); in the order of the menu.
 *
 * <p>A page appears here when what is behind it works.
 */
public enum Page implements Labelled {
    HOME("/"),
    ENTERPRISE_REGISTRATION("/register/enterprise/**"),
    COMMITTEE_REGISTRATION("/register/committee/**"),
    DRAFTS("/drafts/*/*"),
    RECEIPT("/receipts/*", "/receipts/*/*"),
    PROGRESS("/progress/**"),
    USERNAME_LOOKUP("/username-lookup"),
    FUND("/fund", "/fund/papers"),
    VERIFICATION("/verify"),
    AREA_REPORT("/area-reports/new", "/area-reports/sent/*"),
    LOGIN("/login"),
    CENTRES("/centres"),
    HELP("/help", "/help/*"),
    NOTICES("/notices", "/notices/*"),
    PRIVACY("/privacy"),
    ACCESSIBILITY("/accessibility"),
    DISPLAY("/display"),
    ATTACHMENT("/attachments/*", "/attachments/*/picture"),

    WORKBENCH(Roles.SIGNED_IN, "/workbench"),
    OFFICES(MenuGroup.BASIC_INFORMATION, Role.ENTERPRISE_OPERATOR, "/my/offices/**"),
    AREA_APPLICATIONS(
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR),
            "/areas/applications",
            "/areas/applications/start",
            "/areas/applications/new/**",
            "/areas/applications/own/**"),
    MY_AREAS(MenuGroup.BASIC_INFORMATION, Roles.COLLECTORS, "/my/areas/**"),
    MY_ENTERPRISE(Role.ENTERPRISE_OPERATOR, "/my/enterprise/district"),
    ENTERPRISE_MATCHES(Role.DISTRICT_STAFF, "/enterprises/matches/**"),
    MY_COMMITTEE(MenuGroup.COMMITTEE_INFORMATION, Role.COMMITTEE_OPERATOR, "/my/committee/**"),
    ASSOCIATION_APPLICATION(
            MenuGroup.COMMITTEE_INFORMATION,
            Role.COMMITTEE_OPERATOR,
            "/associations",
            "/associations/new/**",
            "/associations/applications/**",
            "/associations/terminations/own/**",
            "/associations/*/terminate",
            "/associations/*/terminate/check"),
    COMMITTEE_REVIEWS(MenuGroup.COMMITTEE_INFORMATION, Role.DISTRICT_STAFF, "/committees/reviews/**"),
    COMMITTEE_CHANGE_REVIEWS(MenuGroup.COMMITTEE_INFORMATION, Role.DISTRICT_STAFF, "/committees/changes/reviews/**"),
    COMMITTEE_DISSOLUTION_REVIEWS(
            MenuGroup.COMMITTEE_INFORMATION, Role.DISTRICT_STAFF, "/committees/dissolutions/reviews/**"),
    ASSOCIATION_REVIEWS(MenuGroup.COMMITTEE_INFORMATION, Role.DISTRICT_STAFF, "/associations/reviews/**"),
    ASSOCIATION_TERMINATION_REVIEWS(
            MenuGroup.COMMITTEE_INFORMATION, Role.DISTRICT_STAFF, "/associations/terminations/reviews/**"),
    COMMITTEE_ENTRY(
            Role.DISTRICT_STAFF,
            "/committees/*/change",
            "/committees/*/change/check",
            "/committees/*/dissolution",
            "/committees/*/dissolution/check"),
    COMMITTEES(MenuGroup.COMMITTEE_INFORMATION, Roles.CENTRES, "/committees", "/committees/export", "/committees/*"),
    ASSOCIATIONS(
            MenuGroup.COMMITTEE_INFORMATION, Roles.CENTRES, "/associations/register", "/associations/register/export"),
    ENTERPRISE_REVIEWS(MenuGroup.BASIC_INFORMATION, Role.DISTRICT_STAFF, "/enterprises/reviews/**"),
    ENTERPRISE_SUSPENSION(Role.DISTRICT_STAFF, "/enterprises/*/disable", "/enterprises/*/enable"),
    ENTERPRISE_REGISTER(MenuGroup.BASIC_INFORMATION, Roles.CENTRES, "/enterprises", "/enterprises/*"),
    OFFICE_REGISTER(MenuGroup.BASIC_INFORMATION, Roles.CENTRES, "/offices", "/offices/*"),
    AREA_APPLICATION_REVIEWS(MenuGroup.BASIC_INFORMATION, Role.DISTRICT_STAFF, "/areas/applications/reviews/**"),
    CALLS(MenuGroup.BASIC_INFORMATION, Roles.CENTRES, "/calls/**"),
    AREA_CHANGE(Role.MUNICIPAL_STAFF, "/areas/merge/**", "/areas/import/**", "/areas/*/rename"),
    AREAS(MenuGroup.BASIC_INFORMATION, Roles.CENTRES, "/areas", "/areas/export", "/areas/*"),
    AREA_REPORTS(MenuGroup.BASIC_INFORMATION, Roles.CENTRES, "/area-reports", "/area-reports/*"),
    UNIT_CHANGE(Roles.COLLECTORS, "/units/areas/*/new", "/units/*/change", "/units/*/payer", "/units/*/place"),
    UNIT_IMPORT(Roles.COLLECTORS, "/units/areas/*/import/**"),
    OPENING_ENTRY(Roles.COLLECTORS, "/units/areas/*/opening/**"),
    OPENING_DECISION(Role.DISTRICT_STAFF, "/units/openings/*/decision"),
    OPENINGS(MenuGroup.HOUSES, Roles.OVERSEERS, "/units/openings", "/units/openings/export", "/units/openings/*"),
    UNITS(MenuGroup.HOUSES, Roles.FUND_READERS, "/units", "/units/areas/*", "/units/areas/*/export", "/units/*"),
    MANDATES(
            MenuGroup.HOUSES,
            Role.COMMITTEE_OPERATOR,
            "/mandates",
            "/mandates/new/**",
            "/mandates/applications/**",
            "/mandates/*/revoke/**"),
    MANDATE_REVIEWS(MenuGroup.HOUSES, Role.DISTRICT_STAFF, "/mandates/reviews/**"),
    COLLECTION_START(Roles.COLLECTORS, "/collection/areas/*/open"),
    COLLECTION(MenuGroup.HOUSES, Roles.FUND_READERS, "/collection", "/collection/areas/*/start"),
    OWN_CHARGE_STANDARDS(
            MenuGroup.HOUSES, Role.COMMITTEE_OPERATOR, "/charge-standards/own", "/charge-standards/own/**"),
    CHARGE_STANDARD_REVIEWS(MenuGroup.HOUSES, Role.DISTRICT_STAFF, "/charge-standards/reviews/**"),
    AREA_CHARGE_STANDARDS(Roles.FUND_READERS, "/charge-standards/areas/**"),
    CHARGE_STANDARD_CHANGE(
            Role.MUNICIPAL_STAFF,
            "/charge-standards/new",
            "/charge-standards/*/confirm",
            "/charge-standards/*/reject",
            "/charge-standards/*/withdraw"),
    CHARGE_STANDARDS(MenuGroup.HOUSES, Roles.CITY, "/charge-standards", "/charge-standards/*"),
    BILL_RUN(
            Roles.COLLECTORS,
            "/bills/areas/*/run/**",
            "/bills/areas/*/runs/*/take-back",
            "/bills/areas/*/missed",
            "/bills/batches/**",
            "/bills/units/*/adjustments/**"),
    BILLS(
            MenuGroup.CHARGES,
            Roles.HOUSEHOLD_READERS,
            "/bills",
            "/bills/areas/*",
            "/bills/areas/*/export",
            "/bills/areas/*/runs",
            "/bills/areas/*/notices",
            "/bills/units/*",
            "/bills/units/*/notice"),
    REVERSAL_DECISION(
            Roles.COLLECTORS_AND_DISTRICT,
            "/collection/receipts/*/reversal/confirm",
            "/collection/receipts/*/reversal/reject"),
    RECEIPT_ENTRY(
            Roles.COLLECTORS,
            "/collection/receipts/areas/*/counter",
            "/collection/receipts/areas/*/counter/*",
            "/collection/receipts/*/fiscal",
            "/collection/receipts/*/reversal"),
    RECEIPT_IMPORT(Roles.COLLECTORS, "/collection/receipts/areas/*/import/**"),
    RECEIPTS(
            MenuGroup.CHARGES,
            Roles.HOUSEHOLD_READERS,
            "/collection/receipts",
            "/collection/receipts/areas/*",
            "/collection/receipts/areas/*/export",
            "/collection/receipts/areas/*/summary",
            "/collection/receipts/*",
            "/collection/receipts/*/paper"),
    DECLARATION_ENTRY(
            Roles.COLLECTORS,
            "/collection/declarations/areas/**",
            "/collection/declarations/*/confirm",
            "/collection/declarations/*/take-back"),
    DECLARATIONS(
            MenuGroup.REMITTANCE,
            Roles.HOUSEHOLD_READERS,
            "/collection/declarations",
            "/collection/declarations/export",
            "/collection/declarations/*"),
    SLIP_ENTRY(
            Roles.COLLECTORS,
            "/collection/slips/new",
            "/collection/slips/*/change",
            "/collection/slips/*/submit",
            "/collection/slips/*/discard"),
    BOOKINGS(MenuGroup.REMITTANCE, Role.DISTRICT_STAFF, "/collection/bookings", "/collection/slips/*/book"),
    SLIPS(
            MenuGroup.REMITTANCE,
            Roles.HOUSEHOLD_READERS,
            "/collection/slips",
            "/collection/slips/export",
            "/collection/slips/*",
            "/collection/slips/*/paper"),
    HELD(MenuGroup.REMITTANCE, Roles.HOUSEHOLD_READERS, "/collection/held", "/collection/held/export"),
    LATE(MenuGroup.REMITTANCE, Roles.OVERSEERS, "/collection/late", "/collection/late/export"),
    REMITTANCE_ORDER_ENTRY(Role.DISTRICT_STAFF, "/collection/late/*/order", "/collection/orders/*/follow-ups"),
    REMITTANCE_ORDERS(
            Roles.HOUSEHOLD_READERS, "/collection/orders", "/collection/orders/*", "/collection/orders/*/paper"),
    FUND_ACCOUNT_CHANGE(
            Role.MUNICIPAL_STAFF,
            "/fund-accounts/new",
            "/fund-accounts/*/edit",
            "/fund-accounts/*/confirm",
            "/fund-accounts/*/return",
            "/fund-accounts/*/assign"),
    FUND_ACCOUNTS(MenuGroup.BANK, Roles.OVERSEERS, "/fund-accounts", "/fund-accounts/*", "/fund-accounts/*/areas"),
    STATEMENT_IMPORT(
            MenuGroup.BANK,
            Role.MUNICIPAL_STAFF,
            "/bank/imports",
            "/bank/imports/samples/*",
            "/bank/imports/*",
            "/bank/imports/*/confirm",
            "/bank/imports/*/discard"),
    STATEMENT_TEMPLATES(
            Role.MUNICIPAL_STAFF, "/bank/templates", "/bank/templates/samples", "/bank/templates/samples/*"),
    BANK_MATCHING(
            Role.MUNICIPAL_STAFF,
            "/bank/lines/match",
            "/bank/lines/*/assign",
            "/bank/lines/*/confirm",
            "/bank/lines/*/reject",
            "/bank/lines/*/undo"),
    BANK_LINES(MenuGroup.BANK, Roles.CITY, "/bank/lines", "/bank/lines/export", "/bank/lines/*"),
    DIFFERENCE_HANDLING(Roles.CENTRES, "/differences/new", "/differences/*/actions", "/differences/*/take"),
    DIFFERENCES(MenuGroup.BANK, Roles.OVERSEERS, "/differences", "/differences/export", "/differences/*"),
    CLOSING_CHANGE(
            Role.MUNICIPAL_STAFF,
            "/closings/*/carried",
            "/closings/*/begin",
            "/closings/*/return",
            "/closings/*/confirm",
            "/closings/*/accounts/*/make",
            "/closings/*/accounts/*/sign"),
    CLOSINGS(
            MenuGroup.BANK,
            Roles.CITY,
            "/closings",
            "/closings/*",
            "/closings/*/accounts/*",
            "/closings/*/areas",
            "/closings/*/areas/export"),
    LEDGER(
            MenuGroup.BANK,
            Roles.OVERSEERS,
            "/ledger",
            "/ledger/export",
            "/ledger/accounts/*",
            "/ledger/accounts/*/export",
            "/ledger/*",
            "/ledger/*/export"),
    REMINDER_ENTRY(
            Roles.COLLECTORS,
            "/reminders/areas/*/new",
            "/reminders/*/deliveries",
            "/reminders/*/*/deliveries",
            "/reminders/*/*/deliveries/*/void"),
    REMINDERS(
            MenuGroup.CHARGES,
            Roles.HOUSEHOLD_READERS,
            "/reminders",
            "/reminders/areas/*",
            "/reminders/*",
            "/reminders/*/*"),
    PUBLICATION_ENTRY(Roles.COLLECTORS, "/publications/areas/*/new"),
    PUBLICATION_DECISION(Role.COMMITTEE_OPERATOR, "/publications/areas/*/*/confirm", "/publications/areas/*/*/object"),
    PUBLICATION_ANSWER(Roles.COLLECTORS_AND_DISTRICT, "/publications/areas/*/*/answer"),
    PUBLICATIONS(
            MenuGroup.PUBLICATION,
            Roles.FUND_READERS,
            "/publications",
            "/publications/areas/*",
            "/publications/areas/*/*"),
    PAPER_ISSUE(
            Roles.COLLECTORS_AND_DISTRICT,
            "/papers/units/*/balance",
            "/papers/units/*/statement",
            "/papers/receipts/*"),
    PAPERS(Roles.HOUSEHOLD_READERS, "/papers/units/*", "/papers/*"),
    LOOK_UP_CODES(Roles.COLLECTORS, "/fund/codes/**"),
    OWN_ACCOUNT(MenuGroup.PUBLICATION, Role.COMMITTEE_OPERATOR, "/collection/own"),
    HOUSEHOLD_ACCOUNT(Roles.FUND_READERS, "/units/*/account", "/units/*/account/export"),
    OPERATOR_CREATION(Role.DISTRICT_STAFF, "/operators/new/**", "/operators/slips", "/operators/*/*"),
    OPERATORS(MenuGroup.USERS, Roles.CENTRES, "/operators", "/operators/*"),
    STAFF(MenuGroup.USERS, Role.SYSTEM_ADMIN, "/staff/**"),
    DISTRICT_CENTRES(MenuGroup.SYSTEM, Role.SYSTEM_ADMIN, "/district-centres/**"),
    SHARED_CREDENTIALS(MenuGroup.SYSTEM, Role.SYSTEM_ADMIN, "/shared-credentials/**"),
    NOTICE_MANAGEMENT(MenuGroup.SYSTEM, Role.MUNICIPAL_STAFF, "/manage/notices/**"),
    SETTINGS(MenuGroup.SYSTEM, Role.SYSTEM_ADMIN, "/settings/**"),
    PASSWORD(MenuGroup.USERS, Roles.SIGNED_IN, "/account/password"),
    MESSAGES(Roles.SIGNED_IN, "/messages", "/messages/read", "/messages/*/*"),
    MESSAGE_DELIVERIES(MenuGroup.SYSTEM, EnumSet.of(Role.SYSTEM_ADMIN, Role.MUNICIPAL_STAFF), "/message-deliveries/**"),
    MESSAGE_TEMPLATES(MenuGroup.SYSTEM, Role.MUNICIPAL_STAFF, "/message-templates/**"),
    AUDIT(MenuGroup.SYSTEM, Role.AUDITOR, "/audit/**"),
    STATISTICS(Roles.CENTRES, "/reports/**");

    private static final Map<Map.Entry<Page, Role>, String> LABELS = new ConcurrentHashMap<>();

    private final @Nullable MenuGroup group;
    /** The roles that may open it; empty for a public page. */
    @Getter
    private final Set<Role> roles;
    /** Path patterns (Spring's {@code PathPattern} syntax) of everything that belongs to the page. */
    @Getter
    private final List<String> patterns;

    private final List<PathPattern> parsed;

    /** A page for everybody, signed in or not. */
    Page(String... patterns) {
        this(null, EnumSet.noneOf(Role.class), patterns);
    }

    /** A page that others lead to. */
    Page(Role role, String... patterns) {
        this(null, EnumSet.of(role), patterns);
    }

    Page(Set<Role> roles, String... patterns) {
        this(null, roles, patterns);
    }

    Page(MenuGroup group, Role role, String... patterns) {
        this(group, EnumSet.of(role), patterns);
    }

    Page(@Nullable MenuGroup group, Set<Role> roles, String... patterns) {
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

    /** The page that the request asks for, so that menu and breadcrumb name the page whose right was asked. */
    public static Optional<Page> at(HttpServletRequest request) {
        return at(request.getRequestURI().substring(request.getContextPath().length()));
    }

    /** The same as the manual calls it for a role: its own word where the words of the catalogue have one ({@code Page.AREAS.MUNICIPAL_STAFF}). */
    public String labelFor(Role role) {
        return LABELS.computeIfAbsent(
                Map.entry(this, role),
                asked -> Objects.requireNonNullElseGet(
                        Messages.find("Page.%s.%s".formatted(name(), role.name())), this::label));
    }

    /** The heading it stands under in the menu. */
    public Optional<MenuGroup> group() {
        return Optional.ofNullable(group);
    }

    /** True for pages that need no sign-in. */
    public boolean isPublic() {
        return roles.isEmpty();
    }

    /** The address the menu leads to. */
    public String path() {
        return patterns.get(0).replaceAll("/\\*+$", "");
    }

    /** True where the page has a menu entry: 工作台, 统计报表 and everything with a group. */
    public boolean inMenu() {
        return this == WORKBENCH || this == STATISTICS || group != null;
    }

    /** The menu entry that it belongs to for a role: itself, or that of the same name. */
    public Page entryFor(Role role) {
        return inMenu()
                ? this
                : Arrays.stream(values())
                        .filter(page -> page.inMenu() && page.isOpenTo(role))
                        .filter(page -> page.labelFor(role).equals(labelFor(role)))
                        .findFirst()
                        .orElse(this);
    }

    public boolean isOpenTo(Role role) {
        return isPublic() || roles.contains(role);
    }
}
