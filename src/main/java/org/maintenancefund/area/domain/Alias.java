package org.maintenancefund.area.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.List;
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

    /** Former names as they are kept beside a name; refuses what is none. */
    static List<Alias> of(String name, List<String> former) {
        List<String> checked =
                former.stream().map(each -> AreaText.name(each).value()).toList();
        return AreaText.formerNames(name, checked).value().stream()
                .map(each -> new Alias(each, ChineseText.fold(each)))
                .toList();
    }
}
