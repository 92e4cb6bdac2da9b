package org.maintenancefund.area.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.maintenancefund.kernel.ChineseText;

/**
 * A former name of an area, or the name of one that was merged into it.
 *
 * @param name as it was written
 * @param key  folded, for exact hits
 */
@Embeddable
record Alias(
        @Column(name = "name") String name,
        @Column(name = "name_key") String key) implements Serializable {

    static Alias of(String name) {
        return new Alias(name, ChineseText.fold(name));
    }
}
