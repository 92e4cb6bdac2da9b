package org.maintenancefund.account.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/** 为经办人员创建用户名 as the clerk fills it in. The submission's number makes a form sent again known. */
public class CreationForm {

    /** One person. */
    public static class Row {

        private boolean create;
        private String name = "";
        private String mobile = "";
        private String username = "";
        private String warned = "";

        public Row() {}

        Row(String name, String mobile, String username) {
            this.create = true;
            this.name = name;
            this.mobile = mobile;
            this.username = username;
        }

        boolean isBlank() {
            return ChineseText.isBlank(name) && ChineseText.isBlank(mobile) && ChineseText.isBlank(username);
        }

        public boolean isCreate() {
            return create;
        }

        public void setCreate(boolean create) {
            this.create = create;
        }

        public String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = Objects.requireNonNullElse(name, "");
        }

        public String getMobile() {
            return mobile;
        }

        public void setMobile(@Nullable String mobile) {
            this.mobile = Objects.requireNonNullElse(mobile, "");
        }

        public String getUsername() {
            return username;
        }

        public void setUsername(@Nullable String username) {
            this.username = Objects.requireNonNullElse(username, "");
        }

        /** The user name of which the clerk was told that it looks like a unit's, and who may want it all the same. */
        public String getWarned() {
            return warned;
        }

        public void setWarned(@Nullable String warned) {
            this.warned = Objects.requireNonNullElse(warned, "");
        }
    }

    private String submission = UUID.randomUUID().toString();
    private List<Row> rows = new ArrayList<>();

    long chosen() {
        return rows.stream().filter(row -> row.create && !row.isBlank()).count();
    }

    public String getSubmission() {
        return submission;
    }

    public void setSubmission(@Nullable String submission) {
        this.submission = Objects.requireNonNullElse(submission, "");
    }

    public List<Row> getRows() {
        return rows;
    }

    public void setRows(List<Row> rows) {
        this.rows = rows;
    }
}
