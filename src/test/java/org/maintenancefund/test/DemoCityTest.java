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
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application with the demo city loaded, listening on a port of its own ({@code @LocalServerPort}) and behind
 * MockMvc too. For tests through a browser, and for pages that need a city with people in it.
 *
 * <p>All such classes share one context and one database; nothing rolls back what a browser does, so a test registers
 * under names of its own and leaves the demo's records as they are.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // All walks come from one address, in an hour more than a person does.
            "app.rate-limit.limits.registration.amount=1000",
            "app.rate-limit.limits.registration.per=1h",
            "app.rate-limit.limits.sign-in.amount=1000",
            "app.rate-limit.limits.sign-in.per=5m",
            "app.rate-limit.limits.area-report.amount=1000",
            "app.rate-limit.limits.area-report.per=1h"
        })
@AutoConfigureMockMvc
@ExtendWith(ClientAddresses.class)
@ActiveProfiles("test")
@Import({
    TestDatabase.class,
    QuickHashes.class,
    World.class,
    ACommittee.class,
    AnAssociation.class,
    ADissolution.class,
    ATermination.class,
    AMandate.class,
    AChargeStandard.class,
    ACollectedArea.class,
    AnOpening.class,
    AFundAccount.class,
    Pages.class,
    ClientAddresses.class,
    Jobs.class,
    DemoCity.class
})
public @interface DemoCityTest {}
