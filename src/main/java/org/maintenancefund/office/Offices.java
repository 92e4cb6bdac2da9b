package org.maintenancefund.office;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.office.domain.OfficeLocks;
import org.maintenancefund.office.domain.OfficeSearches;
import org.maintenancefund.office.domain.OfficeService;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The management offices (小区管理处) of the companies. */
@Service
public class Offices {

    private final OfficeService service;
    private final OfficeSearches searches;
    private final OfficeLocks locks;

    Offices(OfficeService service, OfficeSearches searches, OfficeLocks locks) {
        this.service = service;
        this.searches = searches;
        this.locks = locks;
    }

    /** The office; throws {@link NotFound} where there is none. */
    public OfficeView get(OfficeId id) {
        return find(id).orElseThrow(() -> new NotFound("office " + id));
    }

    public Optional<OfficeView> find(OfficeId id) {
        return searches.views(List.of(id)).stream().findFirst();
    }

    /** Several offices at once, in no order; unknown ids are left out. */
    public List<OfficeView> views(Collection<OfficeId> ids) {
        return searches.views(ids);
    }

    /** The offices of an enterprise that are in use, by name: what a committee chooses from. */
    public List<OfficeView> activeOf(EnterpriseId enterprise) {
        return searches.activeOf(enterprise);
    }

    /** The ids of all offices of an enterprise, in use or not: for the rights of the enterprise's people. */
    public List<OfficeId> idsOf(EnterpriseId enterprise) {
        return searches.idsOf(enterprise);
    }

    /**
     * Makes an office of the user's enterprise; valid at once. Sent again, it answers with the office of the first time.
     *
     * @throws org.maintenancefund.kernel.Refusal where the enterprise has an office of that name
     */
    public OfficeId open(OfficeDetails details, CurrentUser user) {
        try {
            return service.open(details, user);
        } catch (DataIntegrityViolationException takenMeanwhile) {
            // Two came at once. Now the other one's office can be seen: the same one sent twice, or a taken name.
            return service.open(details, user);
        }
    }

    /**
     * Keeps the office from being disabled or deleted until the running transaction ends; whoever begins something for it
     * calls this first. False where it is disabled; throws {@link NotFound} where it is gone.
     */
    public boolean lockActive(OfficeId id) {
        return locks.lockActive(id);
    }
}
