package org.maintenancefund.city.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.city.domain.DistrictService.CentreChange;
import org.maintenancefund.city.domain.DistrictService.CentreRecord;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.kernel.NotFound;

/** A district centre with the streets it covers. */
@Entity
@Table(name = "district_centre")
public class DistrictCentreEntity {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private DistrictId id;

    @Version
    private @Nullable Integer version;

    private String code;
    private String name;
    private @Nullable String gbCode;
    private String centreName;
    private String address;
    private String officeHours;
    private LandlineNumber phone;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "district_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<StreetEntity> streets = new ArrayList<>();

    protected DistrictCentreEntity() {}

    public DistrictCentreEntity(NewDistrictCentre command) {
        this.id = DistrictId.next();
        this.code = command.code();
        this.name = command.name();
        this.gbCode = command.gbCode();
        this.centreName = command.centreName();
        this.address = command.address();
        this.officeHours = command.officeHours();
        this.phone = command.phone();
        add(command.streets());
    }

    /** Everything but the streets. */
    void change(NewDistrictCentre command) {
        code = command.code();
        name = command.name();
        gbCode = command.gbCode();
        centreName = command.centreName();
        address = command.address();
        officeHours = command.officeHours();
        phone = command.phone();
    }

    void add(List<String> names) {
        int next = streets.stream().mapToInt(StreetEntity::position).max().orElse(-1) + 1;
        for (String street : names) {
            streets.add(new StreetEntity(street, next++));
        }
    }

    void rename(Map<StreetId, String> names) {
        names.forEach((street, newName) -> streets.stream()
                .filter(known -> known.id().equals(street))
                .findFirst()
                .orElseThrow(() -> new NotFound("street " + street))
                .rename(newName));
    }

    void remove(Set<StreetId> gone) {
        streets.removeIf(street -> gone.contains(street.id()));
    }

    /** True where it was entered with the same words. */
    boolean isLike(NewDistrictCentre command) {
        return with(streets.stream().map(street -> street.view().name()).toList())
                .equals(command);
    }

    /** True where the change would leave everything as it is. */
    boolean isAlready(CentreChange change) {
        return change.removed().isEmpty()
                && with(List.of()).equals(change.centre())
                && streets.stream()
                        .map(StreetEntity::view)
                        .allMatch(street ->
                                street.name().equals(change.renamed().getOrDefault(street.id(), street.name())));
    }

    private NewDistrictCentre with(List<String> streetNames) {
        return new NewDistrictCentre(code, name, gbCode, centreName, address, officeHours, phone, streetNames);
    }

    CentreRecord asRecord() {
        return new CentreRecord(view(), gbCode, version == null ? 0 : version);
    }

    public DistrictCentre view() {
        return new DistrictCentre(
                id,
                code,
                name,
                centreName,
                address,
                officeHours,
                phone,
                streets.stream().map(StreetEntity::view).toList());
    }
}
