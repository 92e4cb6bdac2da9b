package org.maintenancefund.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maintenancefund.association.ATermination;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.billing.mandate.AMandate;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.billing.start.ACollectedArea;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.dissolution.ADissolution;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application behind MockMvc, on a real PostgreSQL 17 with an empty, migrated database.
 *
 * <p>All classes with this annotation and nothing added share one Spring context and therefore one database: add
 * {@code @Transactional} to the class, so that what a test writes is rolled back, or write under names of your own. A
 * property or a mock of one class alone costs another context and with it seconds.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ExtendWith(ClientAddresses.class)
@ActiveProfiles("test")
@Import({
    TestDatabase.class,
    QuickHashes.class,
    World.class,
    CityDecisions.class,
    ACommittee.class,
    AnAssociation.class,
    ADissolution.class,
    ATermination.class,
    AMandate.class,
    ACollectedArea.class,
    AChargeStandard.class,
    Pages.class,
    ClientAddresses.class,
    Jobs.class,
    ImportRuns.class,
    AnOpening.class,
    AFundAccount.class
})
public @interface IntegrationTest {}
