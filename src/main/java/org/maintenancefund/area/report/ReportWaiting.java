package org.maintenancefund.area.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.FollowedTicket;
import org.maintenancefund.application.PhoneCalls;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.web.MenuCounts;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What of the reports waits, for the workbench, the menu and the person who made one. */
@Configuration(proxyBeanMethods = false)
class ReportWaiting {

    @Bean
    @Order(40)
    TodoSource reportTodoSource(ReportList reports) {
        return user -> {
            long open = Page.AREA_REPORTS.isOpenTo(user.role())
                    ? reports.figures(user.district()).open()
                    : 0;
            return open == 0
                    ? List.of()
                    : List.of(new Todo(
                                    Page.AREA_REPORTS.label(),
                                    Messages.of("area.report.todo.text"),
                                    null,
                                    open,
                                    Page.AREA_REPORTS.path())
                            .in(TodoGroup.REVIEW));
        };
    }

    @Bean
    MenuCounts reportCounts(ReportList reports) {
        return (role, district) -> {
            if (!Page.AREA_REPORTS.isOpenTo(role)) {
                return Map.of();
            }
            ReportList.Figures figures = reports.figures(district);
            return Map.of(Page.AREA_REPORTS, figures.open(), Page.CALLS, figures.answered());
        };
    }

    @Bean
    FollowedTicket followedReport(AreaReportRepository reports, PhoneCalls calls) {
        return (number, mobile) -> find(reports, calls, number, mobile);
    }

    private static Optional<FollowedTicket.Progress> find(
            AreaReportRepository reports, PhoneCalls calls, ApplicationNumber number, MobileNumber mobile) {
        return reports.findById(number)
                .filter(report -> report.contactMobile().equals(mobile))
                .map(report -> new FollowedTicket.Progress(
                        number,
                        Messages.of("area.report.ticket", report.kind().label()),
                        report.state().label(),
                        report.state().tag(),
                        lines(report, calls)));
    }

    /** What was answered, and that somebody tried to say so. */
    private static List<String> lines(AreaReport report, PhoneCalls calls) {
        if (report.isOpen()) {
            return List.of(Messages.of("area.report.ticket.open"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(Messages.of("area.report.ticket.answer", report.reply()));
        calls.missed(report.number()).ifPresent(at -> lines.add(Messages.of("application.call.missed", at)));
        return lines;
    }
}
