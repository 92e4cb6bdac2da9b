package org.violator.lower;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks: entities have verbs, not setters. Outside of the packages the application scans. */
@Entity
public class BadEntity {

    @Id
    private Long id;

    public void setId(Long id) {
        this.id = id;
    }

    public Long id() {
        return id;
    }
}
