package org.maintenancefund.account.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/**
 * 为经办人员创建用户名 as the clerk fills it in. The submission's number makes a form sent again known.
 *
 * @param rows may be replaced: with the user name that was suggested, with what the clerk was warned of
 */
record CreationForm(String submission, List<Row> rows) {

    CreationForm {
        submission = submission == null ? UUID.randomUUID().toString() : submission;
        rows = new ArrayList<>(rows == null ? List.of() : rows);
        rows.replaceAll(row -> row == null ? new Row(null, null, null, null, null) : row);
    }

    /** A form nobody has filled in yet. */
    static CreationForm with(List<Row> rows) {
        return new CreationForm(UUID.randomUUID().toString(), rows);
    }

    long chosen() {
        return rows.stream().filter(Row::isWanted).count();
    }

    /**
     * One person.
     *
     * @param create ticked where the account is to be made
     * @param warned the user name of which the clerk was told that it looks like a unit's, and who may want it all the same
     */
    record Row(@Nullable String create, String name, String mobile, String username, String warned) {

        private static final String TICKED = "true";

        Row(
                @Nullable String create,
                @Nullable String name,
                @Nullable String mobile,
                @Nullable String username,
                @Nullable String warned) {
            this.create = create;
            this.name = Objects.requireNonNullElse(name, "");
            this.mobile = Objects.requireNonNullElse(mobile, "");
            this.username = Objects.requireNonNullElse(username, "");
            this.warned = Objects.requireNonNullElse(warned, "");
        }

        static Row of(String name, String mobile) {
            return new Row(TICKED, name, mobile, "", "");
        }

        public boolean isTicked() {
            return TICKED.equals(create);
        }

        boolean isWanted() {
            return isTicked()
                    && !(ChineseText.isBlank(name) && ChineseText.isBlank(mobile) && ChineseText.isBlank(username));
        }

        Row suggested(String free) {
            return new Row(create, name, mobile, free, warned);
        }

        Row warnedOf(String odd) {
            return new Row(create, name, mobile, username, odd);
        }
    }
}
