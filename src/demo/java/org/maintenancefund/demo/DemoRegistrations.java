package org.maintenancefund.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.account.PersonRow;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.SiblingException;
import org.maintenancefund.committee.web.CommitteeRegistrationDefinition;
import org.maintenancefund.demo.DemoReview.Filed;
import org.springframework.stereotype.Component;

/** Fills in the registrations of the demo's committees. */
@Component
class DemoRegistrations {

    private static final List<String> NAMES = List.of(
            "吴德明", "周丽华", "孙志远", "赵桂英", "张国强", "刘秀兰", "陈建华", "杨文涛", "黄玉梅", "徐永康", "朱海燕", "马春生", "胡晓东", "林美娟", "郭启明",
            "何淑珍", "高志刚", "罗雪梅", "郑国平", "梁小红", "谢长江", "宋雅琴", "唐立新", "许秋菊");

    private final DemoReview review;
    private final CommitteeFormCheck check;
    private int people;

    DemoRegistrations(DemoReview review, CommitteeFormCheck check) {
        this.review = review;
        this.check = check;
    }

    CommitteeForm formal(AreaView area, boolean divided, LocalDate termStart) {
        CommitteeForm form = form(area, divided, CommitteeAttribute.FORMAL);
        form.setTermNumber(String.valueOf(1 + people % 4));
        form.setTermStart(termStart.toString());
        form.setTermEnd(termStart.plusYears(5).minusDays(1).toString());
        form.setFilingNumber("云住建备〔" + termStart.getYear() + "〕" + (100 + people) + "号");
        return form;
    }

    CommitteeForm preparatory(AreaView area, boolean divided) {
        return form(area, divided, CommitteeAttribute.PREPARATORY);
    }

    private CommitteeForm form(AreaView area, boolean divided, CommitteeAttribute attribute) {
        String first = nextName();
        String firstMobile = mobile();
        CommitteeForm form = new CommitteeForm();
        form.setAreaId(area.id().toString());
        form.setSiblingAnswer(divided ? List.of(SiblingException.OWN_COMMITTEES.name()) : List.of());
        form.setAttribute(attribute.name());
        form.setName(CommitteeName.proposal(area.name(), attribute));
        form.setOfficeAddress(area.address() + "会所");
        form.setContactName(first);
        form.setContactMobile(firstMobile);
        List<PersonRow> rows = new ArrayList<>();
        rows.add(new PersonRow(first, firstMobile));
        if (people % 7 != 0) {
            rows.add(new PersonRow(nextName(), mobile()));
        }
        form.setOperators(rows);
        return form;
    }

    Filed submitted(AreaView area, CommitteeForm form, Instant at) {
        return review.submit(
                CommitteeRegistrationDefinition.KIND,
                form,
                "备案证明",
                (filled, errors) -> Optional.ofNullable(check.read(filled, area, errors)),
                at);
    }

    void resubmitted(Filed filed, AreaView area, CommitteeForm revised, Instant at) {
        review.resubmit(filed, revised, (filled, errors) -> Optional.ofNullable(check.read(filled, area, errors)), at);
    }

    String nextName() {
        return NAMES.get(people++ % NAMES.size());
    }

    String mobile() {
        return "1390000%04d".formatted(1000 + people * 7 % 9000);
    }
}
