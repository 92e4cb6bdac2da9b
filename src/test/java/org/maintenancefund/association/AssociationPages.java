package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.OwnApplication;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A committee, a company with an office, and the pages by which the one applies for the other. */
abstract class AssociationPages {

    @Autowired
    Pages pages;

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Offices offices;

    @Autowired
    Applications applications;

    @Autowired
    Associations associations;

    @Autowired
    TravellingClock clock;

    DistrictCentre district;

    AreaId area;

    CommitteeView committee;

    EnterpriseId company;

    OfficeId office;

    CurrentUser applicant;

    String form;

    CurrentUser companyPerson;

    CurrentUser officePerson;

    @BeforeEach
    void aCommitteeAndACompanyWithAnOffice() {
        area = world.area("听松苑");
        committee = world.committee(area, "听松苑业主委员会");
        company = world.company("云州听松物业有限公司");
        office = world.office("听松苑管理处", company);
        applicant = world.personOf(committee);
        companyPerson = world.personOf(company);
        officePerson = world.personOf(office);
    }

    void choose() {
        form = Pages.redirected(
                pages.post("/associations/new", applicant, Map.of("enterprise", company.toString(), "typed", "clear")));
        assertThat(form).startsWith("/associations/new/form?draft=");
    }

    String check() {
        return form.replace("/form", "/check");
    }

    ApplicationNumber submitted() {
        choose();
        pages.post(form, applicant, filled());
        MvcTestResult result = pages.post(check(), applicant, Map.of());
        assertThat(result).hasStatus(303);
        List<OwnApplication> mine = applications
                .own(AssociationDefinition.KIND, applicant.organisation())
                .page(Cursor.start())
                .items();
        return mine.get(0).number();
    }

    void approve(ApplicationNumber number) {
        assertThat(decide(number, Map.of("result", "APPROVE"), "RECEIVED", "RECEIVED"))
                .hasStatus3xxRedirection();
    }

    List<String> findings(ApplicationNumber number) {
        return pages.open("/associations/reviews/" + number, world.clerk()).select(".findings li").eachText().stream()
                .map(line -> line.replaceFirst("^(通过|请注意)：", ""))
                .toList();
    }

    MvcTestResult decide(ApplicationNumber number, Map<String, String> decision, String... papers) {
        int version = applications
                .forReview(AssociationDefinition.KIND, number, world.clerk())
                .version();
        var request = mvc.post()
                .uri("/associations/reviews/" + number)
                .with(SignedIn.as(world.clerk()))
                .with(csrf())
                .param("version", Integer.toString(version));
        for (int i = 0; i < papers.length; i++) {
            request.param("paper" + i, papers[i]);
        }
        decision.forEach(request::param);
        return request.exchange();
    }

    MvcTestResult decide(ApplicationNumber number, Map<String, String> decision) {
        Map<String, String> form = new LinkedHashMap<>(decision);
        form.put(
                "version",
                Integer.toString(applications
                        .forReview(AssociationDefinition.KIND, number, world.clerk())
                        .version()));
        return pages.post("/associations/reviews/" + number, world.clerk(), form);
    }

    ReviewStatus status(ApplicationNumber number) {
        return applications
                .forReview(AssociationDefinition.KIND, number, world.clerk())
                .status();
    }

    String error(Map<String, String> typed, String field) {
        MvcTestResult result = pages.post(form, applicant, typed);
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select("#" + field + "-error").text();
    }

    Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("target", "OFFICE");
        form.put("office", office.toString());
        form.put("contractStart", world.today().minusDays(10).toString());
        form.put("contractEnd", world.today().plusYears(2).toString());
        form.put("papers[0].copies", "２");
        form.put("papers[0].form", "ORIGINAL");
        form.put("papers[1].copies", "1");
        form.put("papers[1].form", "COPY");
        form.put("papers[2].copies", "");
        form.put("papers[2].form", "ORIGINAL");
        form.put("remark", "请尽快");
        return form;
    }
}
