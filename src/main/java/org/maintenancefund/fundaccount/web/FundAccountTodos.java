package org.maintenancefund.fundaccount.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.fundaccount.FundAccountRegister;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Accounts that wait for somebody else than who told them. */
@Component
@Order(51)
@RequiredArgsConstructor
class FundAccountTodos implements TodoSource {

    private final FundAccountRegister register;

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!user.is(Role.MUNICIPAL_STAFF)) {
            return List.of();
        }
        long waiting = register.waitingFor(user);
        return waiting == 0
                ? List.of()
                : List.of(Todo.of("fundaccount.todo", waiting, FundAccountController.PATH)
                        .in(TodoGroup.REVIEW));
    }
}
