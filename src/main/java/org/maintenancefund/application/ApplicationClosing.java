package org.maintenancefund.application;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.domain.Application;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what an organisation applied for and what is not decided yet, because the organisation itself ends. */
@Service
@RequiredArgsConstructor
public class ApplicationClosing {

    private final ApplicationRepository applications;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * 待审核 and 已退回 become 已失效.
     *
     * @param why what the applicant reads in 办理记录
     * @return what was ended, by number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ApplicationNumber> close(OrgRef applicant, String why) {
        List<Application> underway = applications.lockUnderway(applicant);
        underway.forEach(application -> {
            ReviewStatus before = application.status();
            application.close(why, clock.instant());
            applications.saveAndFlush(application);
            audit.record(AuditEvent.of("APPLICATION_CLOSE")
                    .on(
                            "application",
                            application.number().value(),
                            application.summary().title())
                    .change("status", before.label(), application.status().label()));
        });
        return underway.stream().map(Application::number).toList();
    }
}
