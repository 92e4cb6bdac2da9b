package org.maintenancefund.office.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.Operators;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.office.OfficeAreas;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 新建, 修改, 停用, 启用, 删除 by the people of the enterprise that the office is a branch of. */
@Service
@Transactional
@RequiredArgsConstructor
public class OfficeService {

    private final OfficeRepository offices;
    private final ObjectProvider<OfficeAreas> areas;
    private final Operators operators;
    private final Enterprises enterprises;
    private final Organisations organisations;
    private final Districts districts;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * Makes an office. Sent again (a double click, a reload), it answers with the office of the first time. {@code
     * uq_management_office_name} stands behind the check where two come at once.
     */
    public OfficeId open(OfficeDetails details, CurrentUser user) {
        EnterpriseId enterprise = EnterpriseId.of(user.organisation());
        enterprises.lockActive(enterprise);
        Optional<OfficeView> namesake = namesake(enterprise, details);
        if (namesake.isPresent()) {
            if (namesake.get().details().equals(details) && namesake.get().isActive()) {
                return namesake.get().id();
            }
            throw Refusal.because("office.refusal.name-taken");
        }
        Instant now = clock.instant();
        ManagementOffice office = ManagementOffice.opened(enterprise, details, user, now);
        organisations.register(office.entry());
        offices.saveAndFlush(office);
        trail.record(AuditEvent.of("OFFICE_OPENED")
                .on("office", office.id(), details.name())
                .change("district", null, name(details.district())));
        return office.id();
    }

    /**
     * Changes an office.
     *
     * @param seen the version the person saw
     * @throws StaleVersion where it was changed since
     */
    public void change(OfficeId id, int seen, OfficeDetails details, CurrentUser user) {
        ManagementOffice office = lock(id, user);
        OfficeView before = office.view();
        if (before.version() != seen) {
            throw new StaleVersion(id);
        }
        if (before.details().equals(details)) {
            return;
        }
        if (namesake(before.enterprise(), details)
                .filter(other -> !other.id().equals(id))
                .isPresent()) {
            throw Refusal.because("office.refusal.name-taken");
        }
        office.change(details, user, clock.instant());
        offices.flush();
        organisations.register(office.entry());
        trail.record(changed(before, office.view()));
    }

    /** Those whose work ends where it is disabled. */
    @Transactional(readOnly = true)
    public int people(OfficeId id) {
        return operators.inUse(id.ref());
    }

    /** 停用: from this commit on its people are out, and no committee can choose it. */
    public void disable(OfficeId id, CurrentUser user) {
        switchState(id, user, "OFFICE_DISABLED", office -> office.disable(user, clock.instant()));
        organisations.disable(id.ref(), "", user);
    }

    /** 启用: its people come in again, with their accounts as they were. */
    public void enable(OfficeId id, CurrentUser user) {
        switchState(id, user, "OFFICE_ENABLED", office -> office.enable(user, clock.instant()));
        organisations.enable(id.ref());
    }

    /** Deletes an office that nothing refers to. */
    public void delete(OfficeId id, CurrentUser user) {
        ManagementOffice office = lock(id, user);
        offices.lockAlone(id.value());
        organisations.lockAlone(id.ref());
        whyKept(id).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        offices.delete(office);
        offices.flush();
        organisations.remove(id.ref());
        trail.record(
                AuditEvent.of("OFFICE_DELETED").on("office", id, office.view().name()));
    }

    /**
     * Why the office can't be deleted as things stand; empty where it can. One with user names, in use or not, stays: its
     * people's actions are in the trail.
     */
    public Optional<Reason> whyKept(OfficeId id) {
        int people = operators.of(id.ref()).size();
        if (people > 0) {
            return Optional.of(Reason.of("office.refusal.has-users", people));
        }
        return areas.orderedStream()
                .map(known -> known.whyKept(id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void switchState(OfficeId id, CurrentUser user, String action, Consumer<ManagementOffice> verb) {
        ManagementOffice office = lock(id, user);
        OfficeView before = office.view();
        verb.accept(office);
        offices.flush();
        trail.record(AuditEvent.of(action)
                .on("office", id, before.name())
                .change("state", before.state(), office.view().state()));
    }

    private ManagementOffice lock(OfficeId id, CurrentUser user) {
        return offices.lockOf(EnterpriseId.of(user.organisation()), id).orElseThrow(() -> new NotFound("office " + id));
    }

    private Optional<OfficeView> namesake(EnterpriseId enterprise, OfficeDetails details) {
        return offices.findNamed(enterprise, ChineseText.fold(details.name())).map(ManagementOffice::view);
    }

    /** The changed fields, before and after. */
    private AuditEvent changed(OfficeView before, OfficeView after) {
        OfficeDetails old = before.details();
        OfficeDetails now = after.details();
        return AuditEvent.of("OFFICE_CHANGED")
                .on("office", after.id(), after.name())
                .change("name", old.name(), now.name())
                .change("district", name(old.district()), name(now.district()))
                .change("address", old.address(), now.address())
                .change("head", old.head(), now.head())
                .change("contactName", old.contactName(), now.contactName())
                .change("contactMobile", old.contactMobile(), now.contactMobile())
                .change("dutyPhone", old.dutyPhone(), now.dutyPhone())
                .change("repairPhone", old.repairPhone(), now.repairPhone())
                .change("remark", old.remark(), now.remark());
    }

    private String name(DistrictId district) {
        return districts.get(district).name();
    }
}
