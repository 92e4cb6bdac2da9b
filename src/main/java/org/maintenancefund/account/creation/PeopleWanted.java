package org.maintenancefund.account.creation;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations of a district that still want people with user names: none at all, or fewer than the norm of two. */
@Component
@Order(20)
@Transactional(readOnly = true)
class PeopleWanted implements TodoSource {

    /** The list is worked off from its top; more than this are not looked at. */
    private static final int MOST = 100;

    private final List<OrganisationDirectory> directories;
    private final Operators operators;

    PeopleWanted(List<OrganisationDirectory> directories, Operators operators) {
        this.directories = directories;
        this.operators = operators;
    }

    /** An organisation and how many people it has. */
    record Wanting(OrganisationInfo organisation, int people) {}

    List<Wanting> of(DistrictId district) {
        return directories.stream()
                .flatMap(directory -> directory.withFewPeople(district, OrganisationCards.NORM, MOST).stream())
                .map(organisation -> new Wanting(organisation, operators.inUse(organisation.ref())))
                .toList();
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        List<Todo> todos = new ArrayList<>();
        if (!user.is(Role.DISTRICT_STAFF) || user.district() == null) {
            return todos;
        }
        List<OrganisationInfo> none = fewer(user.district(), 1);
        if (!none.isEmpty()) {
            todos.add(new Todo(
                    "还没有创建用户名",
                    none.get(0).name() + (none.size() > 1 ? "等" : ""),
                    null,
                    none.size(),
                    "/operators/new"));
        }
        int few = fewer(user.district(), OrganisationCards.NORM).size() - none.size();
        if (few > 0) {
            todos.add(new Todo("经办人员少于两位", "建议每个单位至少两位经办人员", null, few, "/operators/new"));
        }
        return todos;
    }

    private List<OrganisationInfo> fewer(DistrictId district, int than) {
        return directories.stream()
                .flatMap(directory -> directory.withFewPeople(district, than, MOST).stream())
                .toList();
    }
}
