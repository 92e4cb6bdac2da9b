package org.maintenancefund.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A heading of the menu; groups nest as in the people's manual. */
public enum MenuGroup {
    BASIC_INFORMATION("基础信息管理", null),
    COMMITTEE_INFORMATION("业委会信息管理", BASIC_INFORMATION),
    SYSTEM("系统管理", null),
    USERS("用户管理", SYSTEM);

    private final String label;
    private final @Nullable MenuGroup parent;

    MenuGroup(String label, @Nullable MenuGroup parent) {
        this.label = label;
        this.parent = parent;
    }

    public String label() {
        return label;
    }

    public Optional<MenuGroup> parent() {
        return Optional.ofNullable(parent);
    }
}
