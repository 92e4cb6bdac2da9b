package org.maintenancefund.committee.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.PersonRow;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.domain.CommitteeDetails;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.SiblingException;
import org.maintenancefund.kernel.TravellingClock;
import org.maintenancefund.review.Applicants;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Applications;
import org.maintenancefund.review.Decision;
import org.maintenancefund.review.Decisions;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.DraftOwner;
import org.maintenancefund.review.Drafts;
import org.maintenancefund.review.ReviewAction;
import org.maintenancefund.review.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;

/** Takes the demo's registrations through the steps people take, at the times the demo wants them. */
@Component
class DemoRegistrations {

    private static final ApplicationKind KIND = ApplicationKind.COMMITTEE_REGISTRATION;

    private static final List<String> NAMES = List.of(
            "吴德明", "周丽华", "孙志远", "赵桂英", "张国强", "刘秀兰", "陈建华", "杨文涛", "黄玉梅", "徐永康", "朱海燕", "马春生", "胡晓东", "林美娟", "郭启明",
            "何淑珍", "高志刚", "罗雪梅", "郑国平", "梁小红", "谢长江", "宋雅琴", "唐立新", "许秋菊");

    private final Drafts drafts;
    private final Submissions submissions;
    private final Decisions decisions;
    private final Applications applications;
    private final CommitteeFormCheck check;
    private final Operators operators;
    private final TravellingClock clock;
    private int people;

    DemoRegistrations(
            Drafts drafts,
            Submissions submissions,
            Decisions decisions,
            Applications applications,
            CommitteeFormCheck check,
            Operators operators,
            TravellingClock clock) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.decisions = decisions;
        this.applications = applications;
        this.check = check;
        this.operators = operators;
        this.clock = clock;
    }

    /** A submission as its applicant remembers it. */
    record Submitted(ApplicationNumber number, DraftOwner browser, AreaView area) {}

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

    Submitted submitted(AreaView area, CommitteeForm form, Instant at) {
        return clock.at(at, () -> {
            DraftOwner browser = DraftOwner.ofCookie(UUID.randomUUID().toString());
            Draft<CommitteeForm> draft = drafts.save(browser, KIND, null, form);
            addScan(draft);
            draft = drafts.find(browser, KIND, null, CommitteeForm.class).orElseThrow();
            return new Submitted(
                    submissions.submit(draft, read(form, area), null).number(), browser, area);
        });
    }

    void resubmitted(Submitted submitted, CommitteeForm mended, Applicants applicants, Instant at) {
        clock.at(at, () -> {
            applicants.startMending(submitted.number(), submitted.browser());
            drafts.save(submitted.browser(), KIND, submitted.number(), mended);
            Draft<CommitteeForm> draft = drafts.find(submitted.browser(), KIND, submitted.number(), CommitteeForm.class)
                    .orElseThrow();
            submissions.submit(draft, read(mended, submitted.area()), null);
        });
    }

    void decided(
            Submitted submitted,
            ReviewAction action,
            List<String> reasons,
            String opinion,
            CurrentUser by,
            Instant at) {
        clock.at(at, () -> {
            int version = applications.forReview(KIND, submitted.number(), by).version();
            decisions.decide(KIND, submitted.number(), new Decision(action, version, reasons, opinion, ""), by);
        });
    }

    void told(Submitted submitted, CurrentUser by, Instant at) {
        clock.at(at, () -> decisions.tell(KIND, submitted.number(), by));
    }

    /** A district's demo clerk as the decisions need to know them. */
    CurrentUser clerk(String username, DistrictCentre district) {
        OperatorView operator = operators.findByUsername(username).orElseThrow();
        return new CurrentUser(
                operator.id(),
                operator.username(),
                operator.personName(),
                Role.DISTRICT_STAFF,
                new OrgRef(OrgType.DISTRICT_CENTRE, district.id().value()),
                district.centreName(),
                district.id(),
                false);
    }

    String nextName() {
        return NAMES.get(people++ % NAMES.size());
    }

    String mobile() {
        return "1390000%04d".formatted(1000 + people * 7 % 9000);
    }

    private CommitteeDetails read(CommitteeForm form, AreaView area) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        CommitteeDetails details = check.read(form, area, errors);
        if (details == null) {
            throw new IllegalStateException("a demo registration is not right: " + errors);
        }
        return details;
    }

    private void addScan(Draft<CommitteeForm> draft) {
        byte[] scan = DemoScan.page("DEMO CERTIFICATE").getBytes(StandardCharsets.US_ASCII);
        try {
            drafts.addFile(draft, "备案证明", "备案证明.pdf", scan.length, new ByteArrayInputStream(scan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
