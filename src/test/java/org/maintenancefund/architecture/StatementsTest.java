package org.maintenancefund.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * SQL stays in its module: a statement names its own module's tables, those of {@code organisation} and {@code city}, and views
 * that a module publishes in its package-info.
 */
class StatementsTest {

    private static final Path MAIN = Path.of("src/main/java/org/maintenancefund");
    private static final Path VIOLATORS = Path.of("src/test/java/org/violator");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Modules whose tables everybody may read. */
    private static final Set<String> SHARED = Set.of("organisation", "city");

    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            tables(
                    "account",
                    "operator operator_submission proposed_operator directory_name person_in_use"
                            + " server_key spring_session spring_session_attributes"),
            tables(
                    "application",
                    "application application_round application_file application_entry application_counter"
                            + " application_draft application_draft_file application_receipt"
                            + " application_check application_paper application_mark application_owed_paper phone_call call_made submitted_application decided_submission"),
            tables(
                    "area",
                    "area area_alias area_number area_history area_merge area_merge_member area_merge_moved"
                            + " area_report area_building named_area"
                            + " named_building"),
            tables("association", "association area_managed area_contract"),
            tables("attachment", "attachment attachment_content stored_attachment"),
            tables("audit", "audit_entry audit_entry_default audit_unsealed audit_seal"),
            tables(
                    "bank",
                    "statement_template statement_sample bank_import bank_line bank_assignment bank_assignment_slip payer_account"
                            + " bank_line_told bank_line_slip"),
            tables(
                    "billing",
                    "charge_standard collection_mandate area_collected collection_start collection_start_building billing_run bill bill_open issued_bill"
                            + " bill_adjustment billing_batch billing_batch_item"),
            tables("city", "district_centre street setting holiday_year holiday exchanged_workday"),
            tables(
                    "collection",
                    "receipt receipt_allocation receipt_reversal receipt_withheld receipt_way remittance_slip remittance_arrival"
                            + " declaration declared_receipt undeclared_since held_since remittance_order"
                            + " remittance_order_line remittance_follow_up remittance_slip_named remitted_receipt unit_payment"),
            tables(
                    "closing",
                    "period_closing closing_step carried_difference closing_account closing_item reconciliation closing_unit"
                            + " closing_area closing_area_sum closing_hash"),
            tables("difference", "difference difference_remark open_difference"),
            tables(
                    "disclosure",
                    "look_up_code issued_paper reminder_batch reminder reminder_month reminder_delivery reminder_line"
                            + " publication publication_door publication_objection"),
            // The library's own: no statement of ours names it.
            tables("db-scheduler", "scheduled_tasks"),
            tables(
                    "committee",
                    "committee committee_dissolution_effect committee_term committee_version area_governed"),
            tables("enterprise", "enterprise enterprise_match shared_refresh"),
            tables("importing", "import_run import_row"),
            tables(
                    "fundaccount",
                    "fund_account fund_account_area area_opening area_opening_turn named_fund_account area_kept_in"),
            tables(
                    "ledger",
                    "accounting_period ledger_entry ledger_posting ledger_entry_area ledger_counter household_balance"
                            + " household_posting account_opening_booked account_posting"),
            tables("notice", "notice notice_file"),
            tables("notification", "message message_template"),
            tables("office", "management_office"),
            tables("organisation", "organisation"),
            tables(
                    "unit",
                    "unit unit_number unit_payer unit_version named_unit unit_fact unit_payer_name opening_sheet opening_line"
                            + " unit_opening_balance approved_opening"),
            tables("web", "rate_limit throttle"));

    private static final Pattern CREATED =
            Pattern.compile("^CREATE (?:UNLOGGED )?(?:TABLE|VIEW) (\\w+)", Pattern.MULTILINE);

    private static final Pattern NAMED =
            Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE)\\s+(?:ONLY\\s+)?([a-z]\\w*)");

    private static final Pattern PUBLISHED = Pattern.compile("\\{@code (\\w+)}");

    private static Map.Entry<String, List<String>> tables(String module, String names) {
        return Map.entry(module, Arrays.asList(names.split(" ")));
    }

    /** What a module names of another one's, by file. */
    private static List<String> violations(Path root) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        TABLES.forEach((module, names) -> names.forEach(name -> owners.put(name, module)));
        SHARED.forEach(module -> TABLES.get(module).forEach(owners::remove));
        for (Path info : sources(MAIN, "package-info.java")) {
            matches(PUBLISHED, Files.readString(info)).forEach(view -> owners.remove(view.group(1)));
        }
        List<String> found = new ArrayList<>();
        for (Path file : sources(root, ".java")) {
            String module = root.relativize(file).getName(0).toString();
            // A statement is written in several pieces where it is long.
            String text = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
            matches(NAMED, text)
                    .map(match -> match.group(1))
                    .filter(table -> !owners.getOrDefault(table, module).equals(module))
                    .forEach(
                            table -> found.add(root.relativize(file) + " names " + table + " of " + owners.get(table)));
        }
        return found;
    }

    private static List<Path> sources(Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    @Test
    void aStatementNamesItsOwnModulesTablesAndPublishedViews() throws IOException {
        assertThat(violations(MAIN)).isEmpty();
    }

    @Test
    void anothersTableIsFoundInAStatementInATextBlockAndInANativeQuery() throws IOException {
        assertThat(violations(VIOLATORS))
                .containsExactly(
                        "upper/BadStatements.java names operator of account",
                        "upper/BadStatements.java names enterprise of enterprise",
                        "upper/BadStatements.java names area_alias of area");
    }

    @Test
    void everyTableAndViewHasItsModule() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path migration : sources(MIGRATIONS, ".sql")) {
            matches(CREATED, Files.readString(migration)).forEach(created -> there.add(created.group(1)));
        }
        assertThat(TABLES.values().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(there);
    }
}
