package org.maintenancefund.committee.domain;

import jakarta.persistence.Embeddable;

/**
 * A person whom the committee names.
 *
 * @param name   姓名
 * @param mobile 手机号码, eleven digits
 */
@Embeddable
public record Person(String name, String mobile) {

    @Override
    public String toString() {
        return name + "　" + mobile;
    }
}
