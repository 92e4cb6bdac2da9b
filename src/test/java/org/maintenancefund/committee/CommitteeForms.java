package org.maintenancefund.committee;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.account.PersonRow;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.domain.CommitteeForm;

/** Filled forms of 业委会注册. */
public final class CommitteeForms {

    private CommitteeForms() {}

    /** A formal committee without a mistake. */
    public static CommitteeForm formal(AreaId area, String name) {
        CommitteeForm form = new CommitteeForm();
        form.setAreaId(area.toString());
        form.setAttribute("FORMAL");
        form.setName(name);
        form.setTermNumber("2");
        form.setTermStart("2025-06-01");
        form.setTermEnd("2030-05-31");
        form.setFilingNumber("备 2025-018");
        form.setOfficeAddress("小区会所 2 楼");
        form.setContactName("王建国");
        form.setContactMobile("13900001234");
        form.setOperators(
                new ArrayList<>(List.of(new PersonRow("王建国", "13900001234"), new PersonRow("李建党", "13900004321"))));
        return form;
    }

    /** A preparatory group without a mistake. */
    public static CommitteeForm preparatory(AreaId area, String areaName) {
        CommitteeForm form = formal(area, areaName + "业主委员会筹备组");
        form.setAttribute("PREPARATORY");
        form.setTermNumber("");
        form.setTermStart("");
        form.setTermEnd("");
        form.setFilingNumber("");
        return form;
    }
}
