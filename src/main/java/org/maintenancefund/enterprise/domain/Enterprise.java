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
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
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

/** A property company (物业服务企业), with or without qualification. */
@Entity
@Table(name = "enterprise")
public class Enterprise {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EnterpriseId id;

    private CreditCode creditCode;
    private String name;
    private String nameKey;
    private String searchKey;
    private PersonName legalRepresentative;
    private String registeredAddress;
    private String officeAddress;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private DistrictId district;

    private PersonName contactName;
    private MobileNumber contactMobile;
    private @Nullable PhoneNumber phone;
    private String email;

    @Enumerated(EnumType.STRING)
    private Qualification qualification;

    @Enumerated(EnumType.STRING)
    private EnterpriseState state;

    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    protected Enterprise() {}

    static Enterprise registered(NewEnterprise company, Instant now) {
        Enterprise enterprise = new Enterprise();
        enterprise.id = EnterpriseId.next();
        enterprise.creditCode = company.creditCode();
        enterprise.name = company.name();
        enterprise.nameKey = ChineseText.fold(company.name());
        enterprise.searchKey = enterprise.nameKey
                + '\u001f'
                + ChineseText.fold(company.creditCode().value());
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

    void disable() {
        if (state == EnterpriseState.DISABLED) {
            throw Refusal.because("enterprise.refusal.already-disabled", name);
        }
        state = EnterpriseState.DISABLED;
    }

    void enable() {
        if (state == EnterpriseState.ACTIVE) {
            throw Refusal.because("enterprise.refusal.not-disabled", name);
        }
        state = EnterpriseState.ACTIVE;
    }

    EnterpriseId id() {
        return id;
    }

    String name() {
        return name;
    }

    CreditCode creditCode() {
        return creditCode;
    }

    EnterpriseState state() {
        return state;
    }
}
