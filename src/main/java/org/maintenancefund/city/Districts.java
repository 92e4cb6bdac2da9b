package org.maintenancefund.city;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.domain.DistrictCentreEntity;
import org.maintenancefund.city.domain.DistrictCentreRepository;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Remembered;
import org.maintenancefund.organisation.OrganisationEntry;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The city's district centres. There are a dozen and they hardly ever change; a city that has entered none yet has an empty
 * list. {@link Remembered} for a minute.
 */
@Service
public class Districts {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final DistrictCentreRepository centres;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final TransactionTemplate reading;
    private final Remembered<List<DistrictCentre>> remembered = new Remembered<>(KEPT, this::read);

    Districts(
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

    /** All, by name. */
    public List<DistrictCentre> all() {
        return remembered.get();
    }

    public Optional<DistrictCentre> find(DistrictId id) {
        return all().stream().filter(centre -> centre.id().equals(id)).findFirst();
    }

    /** The district; throws {@link NotFound} where there is none. */
    public DistrictCentre get(DistrictId id) {
        return find(id).orElseThrow(() -> new NotFound("district " + id));
    }

    /** A district's people see their own district, all other staff see all of them. */
    public Seen seenBy(CurrentUser user) {
        return new Seen(user.districtIfAny().map(own -> List.of(get(own))).orElseGet(this::all));
    }

    /**
     * The districts whose records a person sees, and which of them a list is filtered to.
     *
     * @param centres a single one for a district's people, all for the municipal centre's
     */
    public record Seen(List<DistrictCentre> centres) {

        /** Reads the filter of districts: what a list is limited to, the chosen one or the only one; empty for all. */
        public Optional<DistrictCentre> limit(ListFilter filter) {
            return filter.one("district", centres, DistrictCentre::id, DistrictCentre::name)
                    .or(() -> centres.size() == 1 ? Optional.of(centres.get(0)) : Optional.empty());
        }

        /** The same as the value of a column. */
        public Optional<UUID> limitId(ListFilter filter) {
            return limit(filter).map(centre -> centre.id().value());
        }
    }

    /** All of them, for a select. */
    public List<Option> options() {
        return all().stream()
                .map(centre -> Option.of(centre.id(), centre.name()))
                .toList();
    }

    /** True where the text, as a select sends it, is the identifier of one of them. */
    public boolean isOne(@Nullable String id) {
        return all().stream().anyMatch(centre -> centre.id().toString().equals(id));
    }

    /** By its two letters, in any case. */
    public Optional<DistrictCentre> byCode(String code) {
        String letters = code.toUpperCase(Locale.ROOT);
        return all().stream().filter(centre -> centre.code().equals(letters)).findFirst();
    }

    /** The district that the street belongs to. */
    public Optional<DistrictCentre> ofStreet(StreetId street) {
        return all().stream()
                .filter(centre -> centre.street(street).isPresent())
                .findFirst();
    }

    /** Enters a district centre with its streets; throws a {@link Refusal} where the code or the name is taken. */
    @Transactional
    public DistrictCentre establish(NewDistrictCentre command) {
        DistrictCentreEntity entered = new DistrictCentreEntity(command);
        DistrictCentre centre = entered.view();
        centres.refuseTaken(command, centre.id());
        readPastTheMemoryUntilTheEnd();
        organisations.register(OrganisationEntry.centre(centre.organisation(), centre.centreName()));
        centres.saveAndFlush(entered);
        remembered.readPastAfterTheChange();
        audit.record(AuditEvent.of("DISTRICT_CENTRE_ESTABLISHED")
                .on("district", centre.id(), centre.name())
                .change("code", null, centre.code())
                .change("centreName", null, centre.centreName())
                .change("streets", null, command.streets()));
        return centre;
    }

    private List<DistrictCentre> read() {
        return reading.execute(status -> centres.findAllInOrder().stream()
                .map(DistrictCentreEntity::view)
                .toList());
    }

    /** For whoever is about to change the districts: said once in the transaction, before or after the change. */
    public void readPastTheMemoryUntilTheEnd() {
        remembered.readPastUntilTheEnd();
    }

    /** For whoever has changed them in the transaction. */
    public void readPastTheMemoryAfterTheChange() {
        remembered.readPastAfterTheChange();
    }
}
