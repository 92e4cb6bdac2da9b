package org.maintenancefund.area.importing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Option;

/**
 * 确认导入 as typed.
 *
 * @param byName what becomes of rows that were found by their name only
 */
record ConfirmForm(@Nullable String byName) {

    @Nullable
    ByName choice() {
        return Arrays.stream(ByName.values())
                .filter(value -> value.name().equals(byName))
                .findFirst()
                .orElse(null);
    }

    /** The choices where so many rows were found by their name only. */
    static List<Option> choices(int rows) {
        return List.of(
                Option.of(ByName.UPDATE, "更新这 " + rows + " 行", "按表格修改这些物业区域，修改前后见下面的列表"),
                Option.of(ByName.SKIP, "跳过这 " + rows + " 行", "不改动这些物业区域，其余的行照常导入"));
    }
}
