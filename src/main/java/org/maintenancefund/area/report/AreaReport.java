package org.maintenancefund.area.report;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;

/** A report about the list of areas, by anybody. Open until it is answered; then the person who made it is phoned. */
@Entity
@Table(name = "area_report")
public class AreaReport {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "number"))
    private ApplicationNumber number;

    private UUID token;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private @Nullable DistrictId district;

    private String areas;
    private String description;
    private PersonName contactName;
    private MobileNumber contactMobile;
    private Instant reportedAt;
    private String reply = "";

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "result_area"))
    private @Nullable AreaId resultArea;

    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable Instant toldAt;
    private @Nullable String toldBy;

    @Version
    private @Nullable Integer version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected AreaReport() {}

    @SuppressWarnings("NullAway")
    static AreaReport made(NewReport report, ApplicationNumber number, Instant now) {
        AreaReport made = new AreaReport();
        made.number = number;
        made.token = report.token();
        made.kind = report.kind();
        made.state = ReportState.OPEN;
        made.district = report.district();
        made.areas = report.areas();
        made.description = report.description();
        made.contactName = report.contactName();
        made.contactMobile = report.contactMobile();
        made.reportedAt = now;
        return made;
    }

    /** 已处理 or 不予处理, with what to tell the person; the area that the report led to where there is one. */
    void close(ReportState outcome, String answer, @Nullable AreaId result, CurrentUser by, Instant now) {
        if (state != ReportState.OPEN || outcome == ReportState.OPEN) {
            throw Refusal.because("area.report.closed");
        }
        state = outcome;
        reply = answer;
        resultArea = outcome == ReportState.DONE ? result : null;
        closedAt = now;
        closedBy = by.personName() + "（" + by.organisationName() + "）";
    }

    /** 已电话通知. */
    void tell(CurrentUser by, Instant now) {
        if (state == ReportState.OPEN) {
            throw Refusal.because("area.report.open");
        }
        toldAt = now;
        toldBy = by.personName();
    }

    public ApplicationNumber getNumber() {
        return number;
    }

    public UUID getToken() {
        return token;
    }

    public ReportKind getKind() {
        return kind;
    }

    public ReportState getState() {
        return state;
    }

    public @Nullable DistrictId getDistrict() {
        return district;
    }

    public String getAreas() {
        return areas;
    }

    public String getDescription() {
        return description;
    }

    public PersonName getContactName() {
        return contactName;
    }

    public MobileNumber getContactMobile() {
        return contactMobile;
    }

    public Instant getReportedAt() {
        return reportedAt;
    }

    public String getReply() {
        return reply;
    }

    public @Nullable AreaId getResultArea() {
        return resultArea;
    }

    public @Nullable Instant getClosedAt() {
        return closedAt;
    }

    public @Nullable String getClosedBy() {
        return closedBy;
    }

    public @Nullable Instant getToldAt() {
        return toldAt;
    }

    public @Nullable String getToldBy() {
        return toldBy;
    }

    public boolean isOpen() {
        return state == ReportState.OPEN;
    }
}
