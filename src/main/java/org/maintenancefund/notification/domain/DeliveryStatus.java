package org.maintenancefund.notification.domain;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.domain.Deliveries.Part;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Messages that a person has to look at, on the workbench of who looks after them. */
@Component
@Order(30)
@RequiredArgsConstructor
class DeliveryStatus implements StatusSource, TodoSource {

    private static final String KEY = "notification.status.deliveries";

    private final Deliveries deliveries;
    private final NotificationProperties settings;

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!Page.MESSAGE_DELIVERIES.isOpenTo(user.role())) {
            return List.of();
        }
        long dead = deliveries.count(Part.DEAD).value();
        return dead == 0 ? List.of() : List.of(Todo.of("notification.todo.dead", dead, Page.MESSAGE_DELIVERIES.path()));
    }

    @Override
    public List<StatusLine> lines(CurrentUser user) {
        if (!user.is(Role.SYSTEM_ADMIN)) {
            return List.of();
        }
        long dead = deliveries.count(Part.DEAD).value();
        String ways = String.join(
                Messages.of(KEY + ".and"),
                settings.channels().stream().sorted().map(Channel::label).toList());
        String text = Messages.of(KEY + ".ways", ways);
        return List.of(
                dead == 0 ? line(text, "ok", "ok") : line(text + Messages.of(KEY + ".dead", dead), "bad", "dead"));
    }

    private static StatusLine line(String text, String tag, String state) {
        return StatusLine.of(KEY, text, tag, state, Page.MESSAGE_DELIVERIES.path());
    }
}
