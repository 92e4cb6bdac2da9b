package org.maintenancefund.area.domain;

import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.LandlineNumber;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A large city around a small one: areas as {@link GeneratedAreas} makes them, and copies of a pending and of an approved
 * 业委会注册 of the small city, one for an area. Only for measuring: entering each by its steps would take days.
 */
public final class GeneratedCity {

    /** Behind the numbers that the small city has given to its areas. */
    private static final int FIRST_NUMBER = 2_000;

    private static final int EVERY_PENDING = 10;

    private final JdbcTemplate jdbc;

    public GeneratedCity(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds so many areas to the districts there are, and so many applications about them. */
    public void grow(int areas, int applications) {
        List<DistrictCentre> centres = jdbc.query(
                "SELECT id, code, name FROM district_centre ORDER BY code",
                (row, i) -> centre(row.getObject("id", UUID.class), row.getString("code"), row.getString("name")));
        int first = FIRST_NUMBER * centres.size();
        GeneratedAreas.copyInto(jdbc, centres, first, first + areas);
        jdbc.execute("CREATE TEMPORARY TABLE copied AS SELECT a.id AS area, a.district_id, a.street_id, a.name,"
                + " 'YW' || to_char(date '2001-01-01' + (n / 9000)::int, 'YYYYMMDD') || '-'"
                + " || to_char(1000 + n % 9000, 'FM0000') AS number, t.number AS original, n"
                + " FROM (SELECT *, row_number() OVER (ORDER BY created_at, id) AS n FROM area WHERE state = 'ACTIVE'"
                + " AND NOT EXISTS (SELECT FROM application p WHERE p.subject_id = area.id) LIMIT " + applications
                + ") a CROSS JOIN LATERAL (SELECT number FROM application WHERE kind = 'COMMITTEE_REGISTRATION'"
                + " AND status = CASE WHEN a.n % " + EVERY_PENDING + " = 0 THEN 'PENDING' ELSE 'APPROVED' END"
                + " ORDER BY number LIMIT 1) t");
        copy(
                "application",
                "'subject_id', c.area, 'district_id', c.district_id, 'street_id', c.street_id,"
                        + " 'title', c.name || '业主委员会', 'submitted_at', t.submitted_at + c.n * interval '1 second',"
                        + " 'applicant_type', NULL, 'applicant_id', NULL");
        copy("application_round", "'details', jsonb_set(t.details, '{areaId}', to_jsonb(c.area))");
        copy("application_entry", "'id', nextval(pg_get_serial_sequence('application_entry', 'id'))");
        jdbc.execute("DROP TABLE copied");
        jdbc.execute("VACUUM ANALYZE");
    }

    private void copy(String table, String changed) {
        jdbc.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE"
                + " SELECT (jsonb_populate_record(t, jsonb_build_object('number', c.number, " + changed + "))).*"
                + " FROM copied c JOIN " + table + " t ON t.number = c.original");
    }

    private DistrictCentre centre(UUID id, String code, String name) {
        List<Street> streets = jdbc.query(
                "SELECT id, name FROM street WHERE district_id = ? ORDER BY name",
                (row, i) -> new Street(new StreetId(row.getObject("id", UUID.class)), row.getString("name")),
                id);
        return new DistrictCentre(
                new DistrictId(id), code, name, name, "", new LandlineNumber("0000-1234567"), streets);
    }
}
