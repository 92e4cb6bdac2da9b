package org.maintenancefund.bank.matching;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.bank.statement.BankLines;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lines that nobody has said anything about, and those that wait for a second person: on the workbench. */
@Component
@Order(52)
@RequiredArgsConstructor
class LineTodos implements TodoSource {

    private final BankLines lines;

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!Page.BANK_MATCHING.isOpenTo(user.role())) {
            return List.of();
        }
        BankLines.Waiting waiting = lines.waiting();
        List<Todo> todos = new ArrayList<>();
        if (waiting.open() > 0) {
            todos.add(Todo.of("bank.todo.open", waiting.open(), Page.BANK_LINES.path() + "?state=OPEN"));
        }
        if (waiting.proposed() > 0) {
            todos.add(Todo.of("bank.todo.proposed", waiting.proposed(), Page.BANK_LINES.path() + "?state=PROPOSED"));
        }
        if (waiting.undoAsked() > 0) {
            todos.add(Todo.of("bank.todo.undo", waiting.undoAsked(), Page.BANK_LINES.path() + "?undo=1"));
        }
        if (waiting.payers() > 0) {
            todos.add(Todo.of("bank.todo.payers", waiting.payers(), Page.PAYER_ACCOUNTS.path() + "?waiting=1"));
        }
        return todos;
    }
}
