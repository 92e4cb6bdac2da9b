package org.maintenancefund.committee.domain;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every version of a committee's record, written in the transaction of the approval. */
@Component
public class CommitteeVersions {

    private final JdbcClient jdbc;

    CommitteeVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One version.
     *
     * @param number      from 1, the registration
     * @param application the application it comes from
     */
    public record Version(int number, CommitteeState state, Instant validFrom, String application, String approvedBy) {}

    /** Keeps what the record is from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CommitteeId committee, CommitteeState state, ApprovedApplication application) {
        jdbc.sql(
                        "INSERT INTO committee_version (committee_id, number, attribute, name, term_number, term_start, term_end,"
                                + " filing_number, office_address, contact_name, contact_mobile, valid_from, application, approved_by)"
                                + " SELECT :id, coalesce(max(number), 0) + 1, :attribute, :name, :termNumber, :termStart, :termEnd,"
                                + " :filing, :office, :contact, :mobile, :from, :application, :by"
                                + " FROM committee_version WHERE committee_id = :id")
                .param("id", committee.value())
                .param("attribute", state.attribute().name())
                .param("name", state.name())
                .param("termNumber", state.termNumber(), java.sql.Types.INTEGER)
                .param("termStart", date(state.termStart()), java.sql.Types.DATE)
                .param("termEnd", date(state.termEnd()), java.sql.Types.DATE)
                .param("filing", state.filingNumber(), java.sql.Types.VARCHAR)
                .param("office", state.officeAddress())
                .param("contact", state.contactName())
                .param("mobile", state.contactMobile())
                .param("from", Timestamp.from(application.approvedAt()))
                .param("application", application.number().value())
                .param(
                        "by",
                        application.approvedBy().personName() + "（"
                                + application.approvedBy().organisationName() + "）")
                .update();
    }

    /** Newest first. */
    public List<Version> of(CommitteeId committee) {
        return jdbc.sql("SELECT * FROM committee_version WHERE committee_id = :id ORDER BY number DESC")
                .param("id", committee.value())
                .query(CommitteeVersions::version)
                .list();
    }

    /** The number of the version in force. */
    public int current(CommitteeId committee) {
        return jdbc.sql("SELECT coalesce(max(number), 0) FROM committee_version WHERE committee_id = :id")
                .param("id", committee.value())
                .query(Integer.class)
                .single();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("number"),
                new CommitteeState(
                        CommitteeAttribute.valueOf(row.getString("attribute")),
                        row.getString("name"),
                        row.getObject("term_number", Integer.class),
                        row.getObject("term_start", LocalDate.class),
                        row.getObject("term_end", LocalDate.class),
                        row.getString("filing_number"),
                        row.getString("office_address"),
                        row.getString("contact_name"),
                        row.getString("contact_mobile")),
                row.getTimestamp("valid_from").toInstant(),
                row.getString("application"),
                row.getString("approved_by"));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
