package org.maintenancefund.area.domain;

import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.LandlineNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A large city around a small one: areas as {@link GeneratedAreas} makes them, and applications of the last three years, one
 * for an area, with all that stands about an application of the same kind and state in the small city: its entries, files and
 * checks, and the committee that an approved 业委会注册 has made. Only for measuring: entering each by its steps would take days.
 */
public final class GeneratedCity {

    /** Behind the numbers that the small city has given to its areas. */
    private static final int FIRST_NUMBER = 2_000;

    private static final List<String> FILLED = List.of(
            "area",
            "application",
            "application_round",
            "application_file",
            "application_check",
            "application_entry",
            "organisation",
            "committee",
            "committee_version",
            "committee_term");

    /** Of a hundred applications one waits, two are returned, five have ended otherwise; the rest is approved. */
    private static final String COPIED = """
            CREATE TEMPORARY TABLE copied AS
            SELECT t.number AS original, left(t.number, 2) || to_char(t.submitted_at - a.earlier, 'YYYYMMDD') || '-'
                || 100000 + a.n AS number, a.n, a.earlier, a.id AS area, a.district_id, a.street_id, a.name, a.name_key, a.sort_key,
                split_part(a.search_key, chr(31), 1) AS written, a.pinyin,
                a.name || CASE t.kind WHEN 'ENTERPRISE_REGISTRATION' THEN '物业服务有限公司' ELSE '业主委员会' END AS title,
                t.title AS original_title, '139' || lpad(a.n::text, 8, '0') AS mobile, gen_random_uuid() AS committee,
                (SELECT id FROM committee WHERE registered_by = t.number) AS original_committee
            FROM (SELECT *, CASE mod(n, 5) WHEN 0 THEN 'ENTERPRISE_REGISTRATION' WHEN 1 THEN 'ASSOCIATION'
                        ELSE 'COMMITTEE_REGISTRATION' END AS kind,
                    CASE WHEN mod(n / 5, 100) < 1 THEN 'PENDING' WHEN mod(n / 5, 100) < 3 THEN 'RETURNED'
                        WHEN mod(n / 5, 100) < 5 THEN 'REFUSED' WHEN mod(n / 5, 100) < 7 THEN 'WITHDRAWN'
                        WHEN mod(n / 5, 100) < 8 THEN 'LAPSED' ELSE 'APPROVED' END AS wanted,
                    CASE WHEN mod(n / 5, 100) < 3 THEN mod(n, 999) * interval '1 second'
                        ELSE n * (interval '3 years' / %1$d) END AS earlier
                FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM area
                    WHERE length(code) >= 8 AND right(code, -3)::int > %2$d LIMIT %1$d) numbered) a
            CROSS JOIN LATERAL (SELECT number, kind, title, submitted_at FROM application p
                WHERE p.kind = a.kind AND p.round = 1
                ORDER BY p.status = a.wanted DESC, p.status = 'APPROVED' DESC, hashtext(p.number || a.n) LIMIT 1) t
            """;

    private final JdbcTemplate jdbc;

    /** @param session one connection for all: it gets settings of its own and temporary tables */
    public GeneratedCity(SingleConnectionDataSource session) {
        this.jdbc = new JdbcTemplate(session);
    }

    /** Adds so many areas to the districts there are, and so many applications about them; not a second time. */
    public void grow(int areas, int applications) {
        if (jdbc.queryForObject("SELECT count(*) FROM area", Long.class) >= areas) {
            return;
        }
        jdbc.execute("SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'");
        List<DistrictCentre> centres = jdbc.query(
                "SELECT id, code, name FROM district_centre ORDER BY code",
                (row, i) -> centre(row.getObject("id", UUID.class), row.getString("code"), row.getString("name")));
        int first = FIRST_NUMBER * centres.size();
        IndexesAfterwards.fill(jdbc, FILLED, () -> {
            GeneratedAreas.copyInto(jdbc, centres, first, first + areas);
            jdbc.execute(COPIED.formatted(applications, FIRST_NUMBER));
            jdbc.execute("ANALYZE copied");
            copyApplications();
            copyCommittees();
        });
        jdbc.execute("VACUUM ANALYZE");
    }

    private void copyApplications() {
        copy("application", "t.number = c.original", """
                'number', c.number, 'subject_id', c.area, 'district_id', c.district_id, 'street_id', c.street_id,
                'title', c.title, 'search_key', replace(replace(t.search_key, lower(t.number), lower(c.number)),
                    c.original_title, c.title),
                'contact_mobile', c.mobile, 'applicant_type', NULL, 'applicant_id', NULL,
                'first_submitted_at', t.first_submitted_at - c.earlier, 'submitted_at', t.submitted_at - c.earlier,
                'due_on', (t.due_on - c.earlier)::date, 'decided_at', t.decided_at - c.earlier,
                'notified_at', CASE WHEN c.n % 50 = 0 THEN t.notified_at
                    ELSE coalesce(t.notified_at, t.decided_at + interval '20 minutes') END - c.earlier,
                'closed_at', t.closed_at - c.earlier, 'changed_at', t.changed_at - c.earlier""");
        copy("application_round", "t.number = c.original", """
                'number', c.number, 'submitted_at', t.submitted_at - c.earlier,
                'details', CASE WHEN t.details ? 'areaId' THEN jsonb_set(t.details, '{areaId}', to_jsonb(c.area))
                    ELSE t.details END""");
        copy("application_file", "t.number = c.original", "'number', c.number");
        copy("application_check", "t.number = c.original", "'number', c.number");
        copy("application_entry", "t.number = c.original", """
                'number', c.number, 'at', t.at - c.earlier,
                'id', nextval(pg_get_serial_sequence('application_entry', 'id'))""");
    }

    private void copyCommittees() {
        String named = """
                'name', c.title || CASE WHEN t.name LIKE '%筹备组' THEN '筹备组' ELSE '' END,
                'name_key', c.name_key || '业委会' || CASE WHEN t.name LIKE '%筹备组' THEN '筹备组' ELSE '' END,
                'sort_key', c.sort_key || 'ye4业'""";
        copy(
                "organisation",
                "t.id = c.original_committee",
                "'id', c.committee, 'district_id', c.district_id, " + named);
        copy("committee", "t.id = c.original_committee", """
                'search_key', c.written || '业委会' || chr(31) || c.pinyin || 'yeweihui',
                'id', c.committee, 'area_id', c.area, 'district_id', c.district_id, 'registered_by', c.number,
                'registered_at', t.registered_at - c.earlier,""" + named);
        copy("committee_version", "t.application = c.original", """
                'committee_id', c.committee, 'application', c.number, 'valid_from', t.valid_from - c.earlier,
                'number', 1, 'name', c.title""");
        copy("committee_term", "t.committee_id = c.original_committee", "'committee_id', c.committee");
    }

    private void copy(String table, String original, String changed) {
        // Behind FROM, for (f(x)).* would work the record out once a column.
        jdbc.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT made.* FROM copied c JOIN " + table
                + " t ON " + original + " CROSS JOIN LATERAL jsonb_populate_record(t, jsonb_build_object(" + changed
                + ")) made");
    }

    private DistrictCentre centre(UUID id, String code, String name) {
        List<Street> streets = jdbc.query(
                "SELECT id, name FROM street WHERE district_id = ? ORDER BY name",
                (row, i) -> new Street(new StreetId(row.getObject("id", UUID.class)), row.getString("name")),
                id);
        return new DistrictCentre(
                new DistrictId(id), code, name, name, "", "", new LandlineNumber("0000-1234567"), streets);
    }
}
