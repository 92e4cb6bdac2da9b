package org.maintenancefund.committee;

import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.account.ProposedPeople.PersonRow;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.registration.CommitteeForm;

/** Filled forms of 业委会注册. */
public final class CommitteeForms {

    private CommitteeForms() {}

    /** A formal committee without a mistake. */
    public static CommitteeForm formal(AreaId area, String name) {
        return with(area, "FORMAL", name, "2025-06-01", "2030-05-31", "13900001234", "小区会所 2 楼");
    }

    /** The same with another term. */
    public static CommitteeForm formal(AreaId area, String name, LocalDate start, LocalDate end) {
        return with(area, "FORMAL", name, start.toString(), end.toString(), "13900001234", "小区会所 2 楼");
    }

    /** A preparatory group without a mistake. */
    public static CommitteeForm preparatory(AreaId area, String areaName) {
        return with(area, "PREPARATORY", areaName + "业主委员会筹备组", "", "", "13900001234", "小区会所 2 楼");
    }

    static CommitteeForm with(
            AreaId area, String attribute, String name, String start, String end, String mobile, String office) {
        boolean formal = attribute.equals("FORMAL");
        return new CommitteeForm(
                area.toString(),
                List.of(),
                attribute,
                name,
                formal ? "2" : "",
                start,
                end,
                formal ? "备 2025-018" : "",
                office,
                "王建国",
                mobile,
                "",
                List.of(new PersonRow("王建国", "13900001234"), new PersonRow("李建党", "13900004321")),
                null,
                "",
                null);
    }
}
