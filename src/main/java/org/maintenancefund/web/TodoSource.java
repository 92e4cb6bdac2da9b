package org.maintenancefund.web;

import java.util.List;
import org.maintenancefund.access.CurrentUser;

/** A feature's part of 待办事项; offered as a bean, asked when the workbench is opened. Beans are ordered. */
public interface TodoSource {

    /** What waits for this person; empty where nothing does. */
    List<Todo> todos(CurrentUser user);
}
