package org.maintenancefund.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    WORKBENCH(null, signedIn(), "/workbench"),
    OFFICES(MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.ENTERPRISE_OPERATOR), "/my/offices/**"),
    AREA_APPLICATIONS(
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR),
            "/areas/applications",
            "/areas/applications/start",
            "/areas/applications/new/**",
            "/areas/applications/own/**"),
    MY_AREAS(MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR), "/my/areas/**"),
    MY_ENTERPRISE(null, EnumSet.of(Role.ENTERPRISE_OPERATOR), "/my/enterprise/district"),
    ENTERPRISE_MATCHES(null, EnumSet.of(Role.DISTRICT_STAFF), "/enterprises/matches/**"),
    MY_COMMITTEE(MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.COMMITTEE_OPERATOR), "/my/committee/**"),
    ASSOCIATION_APPLICATION(
            MenuGroup.COMMITTEE_INFORMATION,
            EnumSet.of(Role.COMMITTEE_OPERATOR),
            "/associations",
            "/associations/new/**",
            "/associations/applications/**",
            "/associations/terminations/own/**",
            "/associations/*/terminate",
            "/associations/*/terminate/check"),
    COMMITTEE_REVIEWS(MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/committees/reviews/**"),
    COMMITTEE_CHANGE_REVIEWS(
            MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/committees/changes/reviews/**"),
    COMMITTEE_DISSOLUTION_REVIEWS(
            MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/committees/dissolutions/reviews/**"),
    ASSOCIATION_REVIEWS(MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/associations/reviews/**"),
    ASSOCIATION_TERMINATION_REVIEWS(
            MenuGroup.COMMITTEE_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/associations/terminations/reviews/**"),
    COMMITTEE_ENTRY(
            null,
            EnumSet.of(Role.DISTRICT_STAFF),
            "/committees/*/change",
            "/committees/*/change/check",
            "/committees/*/dissolution",
            "/committees/*/dissolution/check"),
    COMMITTEES(
            MenuGroup.COMMITTEE_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/committees",
            "/committees/export",
            "/committees/*"),
    ASSOCIATIONS(
            MenuGroup.COMMITTEE_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/associations/register",
            "/associations/register/export"),
    ENTERPRISE_REVIEWS(MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/enterprises/reviews/**"),
    ENTERPRISE_SUSPENSION(null, EnumSet.of(Role.DISTRICT_STAFF), "/enterprises/*/disable", "/enterprises/*/enable"),
    ENTERPRISE_REGISTER(
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/enterprises",
            "/enterprises/*"),
    OFFICE_REGISTER(
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/offices",
            "/offices/*"),
    AREA_APPLICATION_REVIEWS(
            MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF), "/areas/applications/reviews/**"),
    CALLS(MenuGroup.BASIC_INFORMATION, EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF), "/calls/**"),
    AREA_CHANGE(null, EnumSet.of(Role.MUNICIPAL_STAFF), "/areas/merge/**", "/areas/import/**", "/areas/*/rename"),
    AREAS(
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/areas",
            "/areas/export",
            "/areas/*"),
    AREA_REPORTS(
            MenuGroup.BASIC_INFORMATION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/area-reports",
            "/area-reports/*"),
    UNIT_CHANGE(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/units/areas/*/new",
            "/units/*/change",
            "/units/*/payer",
            "/units/*/place"),
    UNIT_IMPORT(null, EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR), "/units/areas/*/import/**"),
    OPENING_ENTRY(null, EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR), "/units/areas/*/opening/**"),
    OPENING_DECISION(null, EnumSet.of(Role.DISTRICT_STAFF), "/units/openings/*/decision"),
    OPENINGS(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/units/openings",
            "/units/openings/export",
            "/units/openings/*"),
    UNITS(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN)),
            "/units",
            "/units/areas/*",
            "/units/areas/*/export",
            "/units/*"),
    MANDATES(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.COMMITTEE_OPERATOR),
            "/mandates",
            "/mandates/new/**",
            "/mandates/applications/**",
            "/mandates/*/revoke/**"),
    MANDATE_REVIEWS(MenuGroup.COLLECTION, EnumSet.of(Role.DISTRICT_STAFF), "/mandates/reviews/**"),
    COLLECTION_START(null, EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR), "/collection/areas/*/open"),
    COLLECTION(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN)),
            "/collection",
            "/collection/areas/*/start"),
    OWN_CHARGE_STANDARDS(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.COMMITTEE_OPERATOR),
            "/charge-standards/own",
            "/charge-standards/own/**"),
    CHARGE_STANDARD_REVIEWS(MenuGroup.COLLECTION, EnumSet.of(Role.DISTRICT_STAFF), "/charge-standards/reviews/**"),
    AREA_CHARGE_STANDARDS(null, EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN)), "/charge-standards/areas/**"),
    CHARGE_STANDARD_CHANGE(
            null,
            EnumSet.of(Role.MUNICIPAL_STAFF),
            "/charge-standards/new",
            "/charge-standards/*/confirm",
            "/charge-standards/*/reject",
            "/charge-standards/*/withdraw"),
    CHARGE_STANDARDS(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/charge-standards",
            "/charge-standards/*"),
    BILL_RUN(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/bills/areas/*/run/**",
            "/bills/areas/*/runs/*/take-back",
            "/bills/areas/*/missed",
            "/bills/batches/**",
            "/bills/units/*/adjustments/**"),
    BILLS(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/bills",
            "/bills/areas/*",
            "/bills/areas/*/export",
            "/bills/areas/*/runs",
            "/bills/areas/*/notices",
            "/bills/units/*",
            "/bills/units/*/notice"),
    REVERSAL_DECISION(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.DISTRICT_STAFF),
            "/collection/receipts/*/reversal/confirm",
            "/collection/receipts/*/reversal/reject"),
    RECEIPT_ENTRY(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/collection/receipts/areas/*/counter",
            "/collection/receipts/areas/*/counter/*",
            "/collection/receipts/*/fiscal",
            "/collection/receipts/*/reversal"),
    RECEIPT_IMPORT(
            null, EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR), "/collection/receipts/areas/*/import/**"),
    RECEIPTS(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/collection/receipts",
            "/collection/receipts/areas/*",
            "/collection/receipts/areas/*/export",
            "/collection/receipts/areas/*/summary",
            "/collection/receipts/*",
            "/collection/receipts/*/paper"),
    DECLARATION_ENTRY(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/collection/declarations/areas/**",
            "/collection/declarations/*/confirm",
            "/collection/declarations/*/take-back"),
    DECLARATIONS(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/collection/declarations",
            "/collection/declarations/export",
            "/collection/declarations/*"),
    SLIP_ENTRY(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/collection/slips/new",
            "/collection/slips/*/change",
            "/collection/slips/*/submit",
            "/collection/slips/*/discard"),
    BOOKINGS(MenuGroup.COLLECTION, EnumSet.of(Role.DISTRICT_STAFF), "/collection/bookings", "/collection/slips/*/book"),
    SLIPS(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/collection/slips",
            "/collection/slips/export",
            "/collection/slips/*",
            "/collection/slips/*/paper"),
    HELD(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/collection/held",
            "/collection/held/export"),
    HANDOVER_RELEASE(null, EnumSet.of(Role.DISTRICT_STAFF), "/collection/handovers/*/release"),
    HANDOVER_ENTRY(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.DISTRICT_STAFF),
            "/collection/handovers/*/matters",
            "/collection/handovers/*/discard",
            "/collection/handovers/areas/*"),
    HANDOVER_STEP(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/collection/handovers/*/hand-over",
            "/collection/handovers/*/take-back",
            "/collection/handovers/*/receive",
            "/collection/handovers/*/object"),
    HANDOVERS(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.DISTRICT_STAFF, Role.AUDITOR),
            "/collection/handovers",
            "/collection/handovers/*",
            "/collection/handovers/*/paper"),
    LATE(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/collection/late",
            "/collection/late/export"),
    REMITTANCE_ORDER_ENTRY(
            null, EnumSet.of(Role.DISTRICT_STAFF), "/collection/late/*/order", "/collection/orders/*/follow-ups"),
    REMITTANCE_ORDERS(
            null,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/collection/orders",
            "/collection/orders/*",
            "/collection/orders/*/paper"),
    DIFFERENCE_HANDLING(
            null,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF),
            "/differences/new",
            "/differences/*/actions",
            "/differences/*/take"),
    DIFFERENCES(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/differences",
            "/differences/export",
            "/differences/*"),
    CLOSING_CHANGE(
            null,
            EnumSet.of(Role.MUNICIPAL_STAFF),
            "/closings/*/carried",
            "/closings/*/begin",
            "/closings/*/return",
            "/closings/*/confirm",
            "/closings/*/accounts/*/make",
            "/closings/*/accounts/*/sign"),
    CLOSINGS(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/closings",
            "/closings/*",
            "/closings/*/accounts/*",
            "/closings/*/areas",
            "/closings/*/areas/export"),
    REMINDER_ENTRY(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
            "/reminders/areas/*/new",
            "/reminders/*/deliveries",
            "/reminders/*/*/deliveries",
            "/reminders/*/*/deliveries/*/void"),
    REMINDERS(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/reminders",
            "/reminders/areas/*",
            "/reminders/*",
            "/reminders/*/*"),
    PUBLICATION_ENTRY(null, EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR), "/publications/areas/*/new"),
    PUBLICATION_DECISION(
            null,
            EnumSet.of(Role.COMMITTEE_OPERATOR),
            "/publications/areas/*/*/confirm",
            "/publications/areas/*/*/object"),
    PUBLICATION_ANSWER(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.DISTRICT_STAFF),
            "/publications/areas/*/*/answer"),
    PUBLICATIONS(
            MenuGroup.COLLECTION,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN)),
            "/publications",
            "/publications/areas/*",
            "/publications/areas/*/*"),
    PAPER_ISSUE(
            null,
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.DISTRICT_STAFF),
            "/papers/units/*/balance",
            "/papers/units/*/statement",
            "/papers/receipts/*"),
    PAPERS(
            null,
            EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN, Role.COMMITTEE_OPERATOR)),
            "/papers/units/*",
            "/papers/*"),
    LOOK_UP_CODES(null, EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR), "/fund/codes/**"),
    OWN_ACCOUNT(MenuGroup.COLLECTION, EnumSet.of(Role.COMMITTEE_OPERATOR), "/collection/own"),
    FUND_ACCOUNT_CHANGE(
            null,
            EnumSet.of(Role.MUNICIPAL_STAFF),
            "/fund-accounts/new",
            "/fund-accounts/*/edit",
            "/fund-accounts/*/confirm",
            "/fund-accounts/*/return",
            "/fund-accounts/*/assign"),
    FUND_ACCOUNTS(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/fund-accounts",
            "/fund-accounts/*",
            "/fund-accounts/*/areas"),
    HOUSEHOLD_ACCOUNT(
            null, EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMIN)), "/units/*/account", "/units/*/account/export"),
    LEDGER(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/ledger",
            "/ledger/export",
            "/ledger/accounts/*",
            "/ledger/accounts/*/export",
            "/ledger/*",
            "/ledger/*/export"),
    STATEMENT_IMPORT(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.MUNICIPAL_STAFF),
            "/bank/imports",
            "/bank/imports/samples/*",
            "/bank/imports/*",
            "/bank/imports/*/confirm",
            "/bank/imports/*/discard"),
    STATEMENT_TEMPLATES(
            null,
            EnumSet.of(Role.MUNICIPAL_STAFF),
            "/bank/templates",
            "/bank/templates/samples",
            "/bank/templates/samples/*"),
    BANK_MATCHING(
            null,
            EnumSet.of(Role.MUNICIPAL_STAFF),
            "/bank/lines/match",
            "/bank/lines/*/assign",
            "/bank/lines/*/confirm",
            "/bank/lines/*/reject",
            "/bank/lines/*/undo"),
    BANK_LINES(
            MenuGroup.COLLECTION,
            EnumSet.of(Role.MUNICIPAL_STAFF, Role.AUDITOR),
            "/bank/lines",
            "/bank/lines/export",
            "/bank/lines/*"),
    OPERATOR_CREATION(null, EnumSet.of(Role.DISTRICT_STAFF), "/operators/new/**", "/operators/slips", "/operators/*/*"),
    OPERATORS(MenuGroup.USERS, EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF), "/operators", "/operators/*"),
    STAFF(MenuGroup.USERS, EnumSet.of(Role.SYSTEM_ADMIN), "/staff/**"),
    DISTRICT_CENTRES(MenuGroup.SYSTEM, EnumSet.of(Role.SYSTEM_ADMIN), "/district-centres/**"),
    SHARED_CREDENTIALS(MenuGroup.SYSTEM, EnumSet.of(Role.SYSTEM_ADMIN), "/shared-credentials/**"),
    NOTICE_MANAGEMENT(MenuGroup.SYSTEM, EnumSet.of(Role.MUNICIPAL_STAFF), "/manage/notices/**"),
    SETTINGS(MenuGroup.SYSTEM, EnumSet.of(Role.SYSTEM_ADMIN), "/settings/**"),
    PASSWORD(MenuGroup.USERS, signedIn(), "/account/password"),
    MESSAGES(null, signedIn(), "/messages", "/messages/read", "/messages/*/*"),
    MESSAGE_DELIVERIES(MenuGroup.SYSTEM, EnumSet.of(Role.SYSTEM_ADMIN, Role.MUNICIPAL_STAFF), "/message-deliveries/**"),
    MESSAGE_TEMPLATES(MenuGroup.SYSTEM, EnumSet.of(Role.MUNICIPAL_STAFF), "/message-templates/**"),
    AUDIT(MenuGroup.SYSTEM, EnumSet.of(Role.AUDITOR), "/audit/**"),
    STATISTICS(null, EnumSet.of(Role.DISTRICT_STAFF, Role.MUNICIPAL_STAFF), "/reports/**");

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

    private static Set<Role> signedIn() {
        return EnumSet.allOf(Role.class);
    }

    /**
     * The same as the manual calls it for a role: who keeps the areas manages them, who only reads them looks them up; who
     * decides opening balances reviews them, a committee confirms what is published, and a district settles the differences that
     * the city keeps a book of.
     */
    public String labelFor(Role role) {
        if (role == Role.DISTRICT_STAFF && (this == DIFFERENCES || this == DIFFERENCE_HANDLING)) {
            return Messages.of("Page.DIFFERENCES.DISTRICT_STAFF");
        }
        Page done = switch (this) {
            case AREAS -> AREA_CHANGE;
            case OPENINGS -> OPENING_DECISION;
            case PUBLICATIONS -> PUBLICATION_DECISION;
            default -> this;
        };
        return done.isOpenTo(role) ? done.label() : label();
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
