package org.maintenancefund.city.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.OrganisationEntry;
import org.maintenancefund.organisation.Organisations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the list in memory and reads it again after a change, or after a minute for changes another instance made. A
 * transaction that has changed the districts reads past the memory, so that what it may still undo is not remembered.
 */
@Service
class CachedDistricts implements Districts {

    private static final long KEPT_NANOS = 60_000_000_000L;

    private final DistrictCentreRepository centres;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final TransactionTemplate reading;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot snapshot;

    CachedDistricts(
            DistrictCentreRepository centres,
            Organisations organisations,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.centres = centres;
        this.organisations = organisations;
        this.audit = audit;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public List<DistrictCentre> all() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read();
        }
        Snapshot kept = snapshot;
        if (kept != null && kept.isFresh()) {
            return kept.centres();
        }
        long before = changes.get();
        List<DistrictCentre> read = read();
        if (changes.get() == before) {
            snapshot = new Snapshot(read, System.nanoTime());
        }
        return read;
    }

    @Override
    public Optional<DistrictCentre> find(DistrictId id) {
        return all().stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    @Override
    public DistrictCentre get(DistrictId id) {
        return find(id).orElseThrow(() -> new NotFound("district " + id));
    }

    @Override
    public Optional<DistrictCentre> byCode(String code) {
        String letters = code.toUpperCase(Locale.ROOT);
        return all().stream().filter(centre -> centre.code().equals(letters)).findFirst();
    }

    @Override
    public Optional<DistrictCentre> ofStreet(StreetId street) {
        return all().stream()
                .filter(centre -> centre.street(street).isPresent())
                .findFirst();
    }

    @Override
    @Transactional
    public DistrictCentre establish(NewDistrictCentre command) {
        if (centres.existsByCode(command.code())) {
            throw Refusal.because("city.district.code-taken", command.code());
        }
        if (centres.existsByName(command.name())) {
            throw Refusal.because("city.district.name-taken", command.name());
        }
        if (command.gbCode() != null && centres.existsByGbCode(command.gbCode())) {
            throw Refusal.because("city.district.gb-code-taken", command.gbCode());
        }
        readPastTheMemoryUntilTheEnd();
        DistrictCentreEntity entered = new DistrictCentreEntity(command);
        DistrictCentre centre = entered.view();
        organisations.register(OrganisationEntry.centre(centre.organisation(), centre.centreName()));
        centres.saveAndFlush(entered);
        audit.record(AuditEvent.of("DISTRICT_CENTRE_ESTABLISHED")
                .on("district", centre.id(), centre.name())
                .change("code", null, centre.code())
                .change("centreName", null, centre.centreName())
                .change("streets", null, command.streets()));
        return centre;
    }

    private List<DistrictCentre> read() {
        return reading.execute(status -> centres.findAllByOrderByCode().stream()
                .map(DistrictCentreEntity::view)
                .toList());
    }

    /** For whoever is about to change the districts: said once in the transaction, before or after the change. */
    void readPastTheMemoryUntilTheEnd() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(CachedDistricts.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(CachedDistricts.this, Boolean.TRUE);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(CachedDistricts.this);
                changes.incrementAndGet();
                snapshot = null;
            }
        });
    }

    private record Snapshot(List<DistrictCentre> centres, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < KEPT_NANOS;
        }
    }
}
