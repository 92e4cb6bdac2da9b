package org.maintenancefund.enterprise.domain;

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
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.organisation.OrganisationEntry;

/** A property company (物业服务企业), with or without qualification. */
@Entity
@Table(name = "enterprise")
public class Enterprise {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EnterpriseId id;

    @Getter
    private CreditCode creditCode;

    @Getter
    private String name;

    private String nameKey;
    private String sortKey;
    private String searchKey;
    private @Nullable PersonName legalRepresentative;
    private String registeredAddress;
    private String officeAddress;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private @Nullable DistrictId district;

    private PersonName contactName;
    private MobileNumber contactMobile;
    private @Nullable PhoneNumber phone;
    private String email;

    @Enumerated(EnumType.STRING)
    private Qualification qualification;

    @Getter
    @Enumerated(EnumType.STRING)
    private EnterpriseState state;

    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    protected Enterprise() {}

    public static Enterprise registered(NewEnterprise company, Instant now) {
        Enterprise enterprise = new Enterprise();
        enterprise.id = EnterpriseId.next();
        enterprise.creditCode = company.creditCode();
        enterprise.call(company.name());
        enterprise.legalRepresentative = company.legalRepresentative();
        enterprise.registeredAddress = company.registeredAddress();
        enterprise.officeAddress = company.officeAddress();
        enterprise.district = company.district();
        enterprise.contactName = company.contactName();
        enterprise.contactMobile = company.contactMobile();
        enterprise.phone = company.phone();
        enterprise.email = company.email();
        enterprise.qualification = company.qualification();
        enterprise.state = EnterpriseState.ACTIVE;
        enterprise.createdAt = now;
        return enterprise;
    }

    /**
     * A qualified company as the city's directory knows it; its first person is whom to phone.
     *
     * @param where the district, where the directory says it
     */
    static Enterprise qualified(SharedPerson first, MobileNumber mobile, @Nullable DistrictId where, Instant now) {
        return registered(
                new NewEnterprise(
                        first.creditCode(),
                        first.companyName(),
                        null,
                        "",
                        "",
                        where,
                        first.personName(),
                        mobile,
                        null,
                        "",
                        Qualification.QUALIFIED),
                now);
    }

    /** Takes over what the directory says of a qualified company; true where that is something new. */
    boolean refresh(String newName, @Nullable DistrictId where) {
        boolean changed = !newName.equals(name) || where != null && !where.equals(district);
        call(newName);
        district = where == null ? district : where;
        return changed;
    }

    /** The district confirmed that it is the company of the directory: from now on it is qualified. */
    void qualify(String newName) {
        qualification = Qualification.QUALIFIED;
        call(newName);
    }

    /** 选择所属区 by its first person, once. */
    void settle(DistrictId where) {
        if (district != null) {
            throw Refusal.because("enterprise.district.settled");
        }
        district = where;
    }

    private void call(String newName) {
        name = newName;
        nameKey = ChineseText.fold(newName);
        sortKey = SortKey.of(newName);
        searchKey = NameWriting.keyInLetters(newName, creditCode.value());
    }

    /** What is done to the company, for the trail. */
    public AuditEvent event(String action) {
        return AuditEvent.of(action).on("enterprise", id, name);
    }

    /** As the register of organisations has it. */
    public OrganisationEntry entry() {
        return new OrganisationEntry(
                id.ref(),
                name,
                null,
                district,
                contactName.value(),
                contactMobile.toString(),
                creditCode.value(),
                isQualified());
    }

    boolean isQualified() {
        return qualification == Qualification.QUALIFIED;
    }

    @Nullable
    DistrictId district() {
        return district;
    }

    public void disable() {
        if (state == EnterpriseState.DISABLED) {
            throw Refusal.because("enterprise.refusal.already-disabled", name);
        }
        state = EnterpriseState.DISABLED;
    }

    public void enable() {
        if (state == EnterpriseState.ACTIVE) {
            throw Refusal.because("enterprise.refusal.not-disabled", name);
        }
        state = EnterpriseState.ACTIVE;
    }
}
