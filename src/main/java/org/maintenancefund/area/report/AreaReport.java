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
import lombok.Getter;
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
@Getter
@Table(name = "area_report")
class AreaReport {

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
    private @Nullable Instant notifiedAt;
    private @Nullable String notifiedBy;

    @Version
    private @Nullable Integer version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected AreaReport() {}

    @SuppressWarnings("NullAway")
    AreaReport(
            ApplicationNumber number,
            UUID token,
            ReportKind kind,
            @Nullable DistrictId district,
            String areas,
            String description,
            PersonName contactName,
            MobileNumber contactMobile,
            Instant reportedAt) {
        this.number = number;
        this.token = token;
        this.kind = kind;
        this.state = ReportState.OPEN;
        this.district = district;
        this.areas = areas;
        this.description = description;
        this.contactName = contactName;
        this.contactMobile = contactMobile;
        this.reportedAt = reportedAt;
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
    void recordNotified(CurrentUser by, Instant now) {
        if (state == ReportState.OPEN) {
            throw Refusal.because("area.report.open");
        }
        notifiedAt = now;
        notifiedBy = by.personName();
    }

    public boolean isOpen() {
        return state == ReportState.OPEN;
    }
}
