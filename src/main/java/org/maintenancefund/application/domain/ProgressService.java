package org.maintenancefund.application.domain;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.FollowedTicket;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办理进度查询: number and contact's mobile show the state; the 回执码 beside them opens withdrawing and revising. */
@Component
public class ProgressService {

    private final ApplicationRepository applications;
    private final ApplicationViews views;
    private final List<FollowedTicket> tickets;

    ProgressService(ApplicationRepository applications, ApplicationViews views, List<FollowedTicket> tickets) {
        this.applications = applications;
        this.views = views;
        this.tickets = tickets;
    }

    /** Empty where there is no such number, and just so where the mobile is not its contact's. */
    @Transactional(readOnly = true)
    public Optional<ApplicationView> find(ApplicationNumber number, MobileNumber mobile) {
        return applications
                .findById(number)
                .filter(application -> application.summary().contactMobile().equals(mobile))
                .map(views::forApplicant);
    }

    /** The same for what is no application. */
    public Optional<FollowedTicket.Progress> findTicket(ApplicationNumber number, MobileNumber mobile) {
        return tickets.stream()
                .map(ticket -> ticket.find(number, mobile))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
