package org.maintenancefund.account.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.shared.DirectoryLogin.Outcome;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.demo.SampleDirectory;

/** The made-up directory of the embedded default. */
class SampleDirectoryTest {

    @Test
    void holdsTenCompaniesWhoseCodesPassEveryCheckAndFictionalMobiles() {
        try (SampleDirectory sample = new SampleDirectory()) {
            SettingsCheck.check(sample.settings());
            LdapDirectory directory = new LdapDirectory(sample.settings());

            assertThat(directory.all())
                    .allSatisfy(person -> {
                        assertThat(person.creditCode().doubt()).isEmpty();
                        assertThat(person.mobile()).asString().matches("1390000\\d{4}");
                    })
                    .extracting(SharedPerson::creditCode)
                    .satisfies(codes -> assertThat(codes.stream().distinct()).hasSize(10));
            assertThat(directory.check("demo-qualified", DemoStep.PASSWORD).outcome())
                    .isEqualTo(Outcome.RIGHT);
            assertThat(directory.check("mw_meirg", DemoStep.PASSWORD).outcome()).isEqualTo(Outcome.DISABLED);
            assertThat(directory.check("heming-out", DemoStep.PASSWORD).outcome())
                    .isEqualTo(Outcome.NOT_IN_GROUP);
        }
    }
}
