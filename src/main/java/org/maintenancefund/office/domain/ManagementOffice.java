package org.maintenancefund.office.domain;

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
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeState;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.organisation.OrganisationEntry;

/** A branch of one enterprise (小区管理处). Made by the enterprise, valid at once, without review. */
@Entity
@Table(name = "management_office")
public class ManagementOffice {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OfficeId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "enterprise_id"))
    private EnterpriseId enterprise;

    private String name;
    private String nameKey;
    private String sortKey;
    private String searchKey;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private DistrictId district;

    private String address;
    private PersonName head;
    private PersonName contactName;
    private MobileNumber contactMobile;
    private @Nullable PhoneNumber dutyPhone;
    private @Nullable PhoneNumber repairPhone;
    private String remark;

    @Enumerated(EnumType.STRING)
    private OfficeState state;

    private Instant createdAt;
    private Instant changedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "changed_by"))
    private OperatorId changedBy;

    private String changedByName;

    @Version
    private @Nullable Integer version;

    protected ManagementOffice() {}

    static ManagementOffice opened(EnterpriseId enterprise, OfficeDetails details, CurrentUser by, Instant now) {
        ManagementOffice office = new ManagementOffice();
        office.id = OfficeId.next();
        office.enterprise = enterprise;
        office.state = OfficeState.ACTIVE;
        office.createdAt = now;
        office.take(details);
        office.touch(by, now);
        return office;
    }

    void change(OfficeDetails details, CurrentUser by, Instant now) {
        take(details);
        touch(by, now);
    }

    /** 停用: it stays with its users and its history, but no committee can choose it any more. */
    void disable(CurrentUser by, Instant now) {
        if (state == OfficeState.DISABLED) {
            throw Refusal.because("office.refusal.already-disabled", name);
        }
        state = OfficeState.DISABLED;
        touch(by, now);
    }

    /** 启用, after a 停用. */
    void enable(CurrentUser by, Instant now) {
        if (state == OfficeState.ACTIVE) {
            throw Refusal.because("office.refusal.not-disabled", name);
        }
        state = OfficeState.ACTIVE;
        touch(by, now);
    }

    /** As it is now. */
    OfficeView view() {
        return new OfficeView(
                id, enterprise, details(), state, version == null ? 0 : version, changedAt, changedByName);
    }

    /** As the register of organisations has it. */
    OrganisationEntry entry() {
        return new OrganisationEntry(
                id.ref(), name, enterprise.ref(), district, contactName.value(), contactMobile.toString(), "", false);
    }

    private OfficeDetails details() {
        return new OfficeDetails(
                name, district, address, head, contactName, contactMobile, dutyPhone, repairPhone, remark);
    }

    private void take(OfficeDetails details) {
        name = details.name();
        nameKey = ChineseText.fold(details.name());
        sortKey = SortKey.of(details.name());
        district = details.district();
        address = details.address();
        searchKey = NameWriting.keyInLetters(name, address);
        head = details.head();
        contactName = details.contactName();
        contactMobile = details.contactMobile();
        dutyPhone = details.dutyPhone();
        repairPhone = details.repairPhone();
        remark = details.remark();
    }

    private void touch(CurrentUser by, Instant now) {
        changedAt = now;
        changedBy = by.operatorId();
        changedByName = by.personName();
    }
}
