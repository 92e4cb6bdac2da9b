package org.maintenancefund.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.account.ProposedPeople.PersonRow;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.committee.registration.CommitteeRegistrationDefinition;
import org.maintenancefund.committee.registration.SiblingException;
import org.maintenancefund.demo.DemoReview.Filed;
import org.springframework.stereotype.Component;

/** Fills in the registrations of the demo's committees. */
@Component
class DemoRegistrations {

    private static final List<String> NAMES = List.of(
            "吴德明", "周丽华", "孙志远", "赵桂英", "张国强", "刘秀兰", "陈建华", "杨文涛", "黄玉梅", "徐永康", "朱海燕", "马春生", "胡晓东", "林美娟", "郭启明",
            "何淑珍", "高志刚", "罗雪梅", "郑国平", "梁小红", "谢长江", "宋雅琴", "唐立新", "许秋菊");

    private final DemoReview review;
    private final CommitteeRegistrationDefinition registration;
    private int people;

    DemoRegistrations(DemoReview review, CommitteeRegistrationDefinition registration) {
        this.review = review;
        this.registration = registration;
    }

    CommitteeForm formal(AreaView area, boolean divided, LocalDate termStart) {
        CommitteeForm form = form(area, divided, CommitteeAttribute.FORMAL);
        return withTerm(
                form,
                String.valueOf(1 + people % 4),
                termStart,
                "云住建备〔" + termStart.getYear() + "〕" + (100 + people) + "号");
    }

    CommitteeForm preparatory(AreaView area, boolean divided) {
        return form(area, divided, CommitteeAttribute.PREPARATORY);
    }

    private CommitteeForm form(AreaView area, boolean divided, CommitteeAttribute attribute) {
        String first = nextName();
        String firstMobile = mobile();
        List<PersonRow> rows = new ArrayList<>();
        rows.add(new PersonRow(first, firstMobile));
        if (people % 7 != 0) {
            rows.add(new PersonRow(nextName(), mobile()));
        }
        return new CommitteeForm(
                area.id().toString(),
                divided ? List.of(SiblingException.OWN_COMMITTEES.name()) : List.of(),
                attribute.name(),
                CommitteeName.proposal(area.name(), attribute),
                "",
                "",
                "",
                "",
                area.address() + "会所",
                first,
                firstMobile,
                "",
                rows,
                null,
                "",
                null);
    }

    /** The same with a term of five years. */
    CommitteeForm withTerm(CommitteeForm form, String number, LocalDate start, String filingNumber) {
        return new CommitteeForm(
                form.areaId(),
                form.siblingAnswer(),
                form.attribute(),
                form.name(),
                number,
                start.toString(),
                start.plusYears(5).minusDays(1).toString(),
                filingNumber,
                form.officeAddress(),
                form.contactName(),
                form.contactMobile(),
                form.sameContact(),
                form.operators(),
                null,
                form.noCertificate(),
                null);
    }

    Filed submitted(CommitteeForm form, Instant at) {
        return review.submit(CommitteeRegistrationDefinition.KIND, form, "备案证明", registration::read, at);
    }

    void resubmitted(Filed filed, CommitteeForm revised, Instant at) {
        review.resubmit(filed, revised, registration::read, at);
    }

    String nextName() {
        return NAMES.get(people++ % NAMES.size());
    }

    String mobile() {
        return "1390000%04d".formatted(1000 + people * 7 % 9000);
    }
}
