package org.maintenancefund.area.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.FollowedTicket;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.web.MenuCounts;
import org.maintenancefund.web.Todo;
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
        return user -> !Page.AREA_REPORTS.isOpenTo(user.role())
                ? List.of()
                : Stream.of(
                                new Todo(
                                        Page.AREA_REPORTS.label(),
                                        Messages.of("area.report.todo.text"),
                                        null,
                                        reports.waiting(user.district()),
                                        Page.AREA_REPORTS.path()),
                                new Todo(
                                        Messages.of("area.report.todo.unnotified"),
                                        Page.AREA_REPORTS.label(),
                                        null,
                                        reports.toNotify(user.district()),
                                        Page.AREA_REPORTS.path() + "?tab=ALL"))
                        .filter(todo -> !todo.count().equals("0"))
                        .toList();
    }

    @Bean
    MenuCounts reportCounts(ReportList reports) {
        return (role, district) ->
                Page.AREA_REPORTS.isOpenTo(role) ? Map.of(Page.AREA_REPORTS, reports.waiting(district)) : Map.of();
    }

    @Bean
    FollowedTicket followedReport(AreaReportRepository reports) {
        return (number, mobile) -> find(reports, number, mobile);
    }

    private static Optional<FollowedTicket.Progress> find(
            AreaReportRepository reports, ApplicationNumber number, MobileNumber mobile) {
        return reports.findById(number)
                .filter(report -> report.contactMobile().equals(mobile))
                .map(report -> new FollowedTicket.Progress(
                        number,
                        Messages.of("area.report.ticket", report.kind().label()),
                        report.state().label(),
                        report.state().tag(),
                        report.isOpen()
                                ? List.of(Messages.of("area.report.ticket.open"))
                                : List.of(Messages.of("area.report.ticket.answer", report.reply()))));
    }
}
