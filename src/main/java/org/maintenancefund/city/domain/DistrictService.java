package org.maintenancefund.city.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.DistrictReference;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.organisation.OrganisationEntry;
import org.maintenancefund.organisation.Organisations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 区中心管理: the administrator's view of the district centres, past the memory, so that another instance's change shows. */
@Service
@Transactional
@RequiredArgsConstructor
public class DistrictService {

    private final DistrictCentreRepository centres;
    private final Districts districts;
    private final Organisations organisations;
    private final ObjectProvider<DistrictReference> references;
    private final EntityManager entities;
    private final AuditTrail audit;

    /**
     * A district centre as its administrator sees it.
     *
     * @param centre  what everybody sees
     * @param gbCode  its code of GB/T 2260, null for a functional district
     * @param version counts its changes
     */
    public record CentreRecord(
            DistrictCentre centre, @Nullable String gbCode, int version) {}

    /**
     * What a district centre is to be from now on.
     *
     * @param centre  everything but the streets it has already; its streets are the ones to add
     * @param renamed new names of streets it has
     * @param removed streets to take off
     */
    public record CentreChange(NewDistrictCentre centre, Map<StreetId, String> renamed, Set<StreetId> removed) {

        public CentreChange {
            renamed = Map.copyOf(renamed);
            removed = Set.copyOf(removed);
        }
    }

    /** A street can't be removed because something refers to it. */
    public static class StreetKept extends Refusal {

        @Getter
        private final StreetId street;

        private StreetKept(StreetId street, Reason reason) {
            super(reason);
            this.street = street;
        }
    }

    @Transactional(readOnly = true)
    public List<CentreRecord> all() {
        return centres.findAllInOrder().stream()
                .map(DistrictCentreEntity::asRecord)
                .toList();
    }

    @Transactional(readOnly = true)
    public CentreRecord get(DistrictId id) {
        return centres.findById(id)
                .map(DistrictCentreEntity::asRecord)
                .orElseThrow(() -> new NotFound("district " + id));
    }

    /**
     * Enters a district centre. Sent again (a double click, a reload), it answers with the one of the first time; the unique
     * constraints stand behind where two come at once.
     *
     * @throws Refusal where the letters, the name or the code of GB/T 2260 are another's
     */
    public DistrictCentre establish(NewDistrictCentre command) {
        Optional<DistrictCentreEntity> same =
                centres.findByCode(command.code()).filter(centre -> centre.isLike(command));
        return same.isPresent() ? same.get().view() : districts.establish(command);
    }

    /**
     * Changes a district centre and its streets, all or nothing.
     *
     * @param seen the version the person saw
     * @throws StaleVersion where it was changed since
     * @throws StreetKept  where a street to remove is referred to
     * @throws Refusal     where the letters, the name or the code of GB/T 2260 are another's, or the letters are in use
     */
    public void change(DistrictId id, int seen, CentreChange change) {
        DistrictCentreEntity centre = centres.lock(id).orElseThrow(() -> new NotFound("district " + id));
        CentreRecord before = centre.asRecord();
        if (before.version() != seen) {
            throw new StaleVersion(id);
        }
        if (centre.isAlready(change)) {
            return;
        }
        refuseWhatIsTaken(id, before, change);
        refuseWhatIsKept(id, before.centre(), change);
        districts.readPastTheMemoryUntilTheEnd();
        entities.lock(centre, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        // Letters before streets: whoever enters an area asks for the letters first, too.
        centre.change(change.centre());
        centres.flush();
        DistrictCentre now = centre.view();
        organisations.register(OrganisationEntry.centre(now.organisation(), now.centreName()));
        centre.remove(change.removed());
        centres.flush();
        entities.createNativeQuery("SET CONSTRAINTS uq_street_name DEFERRED").executeUpdate();
        centre.rename(change.renamed());
        centre.add(change.centre().streets());
        centres.flush();
        entities.createNativeQuery("SET CONSTRAINTS uq_street_name IMMEDIATE").executeUpdate();
        districts.readPastTheMemoryAfterTheChange();
        record(before, centre.asRecord());
    }

    private void refuseWhatIsTaken(DistrictId id, CentreRecord before, CentreChange change) {
        NewDistrictCentre wanted = change.centre();
        centres.refuseTaken(wanted, id);
        if (!before.centre().code().equals(wanted.code())) {
            references
                    .orderedStream()
                    .map(reference -> reference.whyLettersKept(id))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(reason -> {
                        throw new Refusal(reason);
                    });
        }
    }

    private void refuseWhatIsKept(DistrictId id, DistrictCentre before, CentreChange change) {
        for (Street street : before.streets()) {
            if (change.removed().contains(street.id())) {
                whyKept(id, street).ifPresent(reason -> {
                    throw new StreetKept(street.id(), reason);
                });
            }
        }
    }

    private Optional<Reason> whyKept(DistrictId id, Street street) {
        return references
                .orderedStream()
                .map(reference -> reference.whyKept(id, street))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void record(CentreRecord before, CentreRecord after) {
        DistrictCentre old = before.centre();
        DistrictCentre now = after.centre();
        audit.record(AuditEvent.of("DISTRICT_CENTRE_CHANGED")
                .on("district", now.id(), now.name())
                .change("code", old.code(), now.code())
                .change("name", old.name(), now.name())
                .change("gbCode", before.gbCode(), after.gbCode())
                .change("centreName", old.centreName(), now.centreName())
                .change("address", old.address(), now.address())
                .change("officeHours", old.officeHours(), now.officeHours())
                .change("phone", old.phone(), now.phone())
                .change("streets", names(old), names(now)));
    }

    private static List<String> names(DistrictCentre centre) {
        return centre.streets().stream().map(Street::name).toList();
    }
}
