package org.maintenancefund.account.creation;

import java.util.List;
import org.maintenancefund.kernel.Messages;

/**
 * 系统检查 of a row.
 *
 * @param kind         of the tag: ok or waiting
 * @param text         可用; wangjg 已占用，改为 wangjg2; 像单位名称，建议用个人姓名
 * @param alternatives other user names, from a second reading of the surname
 */
public record RowCheck(String kind, String text, List<String> alternatives) {

    static RowCheck fine(List<String> alternatives) {
        return new RowCheck("ok", Messages.of("account.creation.check.free"), alternatives);
    }

    static RowCheck look(String text) {
        return new RowCheck("waiting", text, List.of());
    }
}
