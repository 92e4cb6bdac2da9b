package org.maintenancefund.city.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.kernel.LandlineNumber;

/** A district centre with the streets it covers. */
@Entity
@Table(name = "district_centre")
class DistrictCentreEntity {

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
    private LandlineNumber phone;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "district_id", nullable = false, updatable = false)
    @OrderColumn(name = "position")
    private List<StreetEntity> streets = new ArrayList<>();

    protected DistrictCentreEntity() {}

    DistrictCentreEntity(NewDistrictCentre command) {
        this.id = DistrictId.next();
        this.code = command.code();
        this.name = command.name();
        this.gbCode = command.gbCode();
        this.centreName = command.centreName();
        this.address = command.address();
        this.phone = command.phone();
        command.streets().forEach(street -> streets.add(new StreetEntity(street)));
    }

    DistrictCentre view() {
        return new DistrictCentre(
                id,
                code,
                name,
                centreName,
                address,
                phone,
                streets.stream().map(StreetEntity::view).toList());
    }
}
