package org.maintenancefund.city.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import lombok.Getter;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;

/** A street as a district centre keeps it. */
@Entity
@Table(name = "street")
class StreetEntity {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private StreetId id;

    private String name;

    /** Its place among the streets of the district; a removed street leaves a gap. */
    @Getter
    private int position;

    protected StreetEntity() {}

    StreetEntity(String name, int position) {
        this.id = StreetId.next();
        this.name = name;
        this.position = position;
    }

    void rename(String newName) {
        name = newName;
    }

    Street view() {
        return new Street(id, name);
    }
}
