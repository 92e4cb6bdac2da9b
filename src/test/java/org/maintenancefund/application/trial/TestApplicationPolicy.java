package org.maintenancefund.application.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;

/** Anybody may apply once at a time, in the first district there is; who is called 不许通过 can't be approved. */
class TestApplicationPolicy implements ApplicationPolicy<TestApplicationDetails> {

    static final String NEVER_APPROVED = "不许通过";

    private final List<ApplicationNumber> approved = new ArrayList<>();
    private final Districts districts;

    TestApplicationPolicy(Districts districts) {
        this.districts = districts;
    }

    List<ApplicationNumber> approved() {
        return approved;
    }

    @Override
    public ApplicationSummary summarise(TestApplicationDetails details) {
        return new ApplicationSummary(
                UUID.nameUUIDFromBytes(details.contactName().getBytes(StandardCharsets.UTF_8)),
                details.contactName(),
                null,
                districts.all().get(0).id(),
                null,
                details.contactName(),
                new MobileNumber(details.contactMobile()));
    }

    @Override
    public Optional<Reason> obstacle(TestApplicationDetails details) {
        return Optional.empty();
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, TestApplicationDetails details) {
        return List.of(SystemCheck.good("trial.check"));
    }

    @Override
    public void approved(ApprovedApplication application, TestApplicationDetails details) {
        if (details.contactName().equals(NEVER_APPROVED)) {
            throw Refusal.because("committee.area.taken");
        }
        approved.add(application.number());
    }
}
