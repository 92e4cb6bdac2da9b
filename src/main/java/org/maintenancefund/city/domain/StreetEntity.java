package org.maintenancefund.city.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;

/** A street as a district centre keeps it. */
@Entity
@Table(name = "street")
class StreetEntity {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private StreetId id;

    private String name;

    protected StreetEntity() {}

    StreetEntity(String name) {
        this.id = StreetId.next();
        this.name = name;
    }

    StreetId id() {
        return id;
    }

    void rename(String newName) {
        name = newName;
    }

    Street view() {
        return new Street(id, name);
    }
}
