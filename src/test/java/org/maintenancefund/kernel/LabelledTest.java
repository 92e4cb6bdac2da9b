package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.OrgType;

/** A constant is read by its label, as people write it. */
class LabelledTest {

    @ParameterizedTest
    @ValueSource(strings = {"市管理中心", " 市管理　中心", "市管理\u200B中心"})
    void theConstantIsFoundHoweverItsLabelIsWritten(String typed) {
        assertThat(Labelled.parse(OrgType.class, typed).value()).isEqualTo(OrgType.MUNICIPAL_CENTRE);
    }

    @Test
    void whatNoneIsCalledIsRefusedWithAllThatThereAre() {
        assertThat(Messages.of(Labelled.parse(OrgType.class, "街道").reason()))
                .startsWith("应为市管理中心、")
                .endsWith("之一");
        assertThat(Labelled.parse(OrgType.class, null).isOk()).isFalse();
        assertThat(Labelled.parse(OrgType.class, "").isOk()).isFalse();
    }
}
