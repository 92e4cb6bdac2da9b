package org.maintenancefund.committee;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.test.ClientAddresses;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Strangers who register committees, each at a browser of their own. */
abstract class RegistrationVisitors {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    static final String START = "/register/committee";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ACommittee committee;

    @Autowired
    Applications applications;

    @Autowired
    AreaRegister register;

    @Autowired
    JdbcClient jdbc;

    AreaId area;

    AreaId other;

    /** Somebody at a browser of their own. */
    final class Visitor {

        RequestPostProcessor address = ClientAddresses.ofItsOwn();
        Cookie cookie;

        MvcTestResult get(String path) {
            var request = mvc.get().uri(path).with(address);
            return cookie == null ? request.exchange() : request.cookie(cookie).exchange();
        }

        MvcTestResult post(String path, Map<String, String> form) {
            var request = mvc.post().uri(path).with(csrf()).with(address);
            form.forEach(request::param);
            MvcTestResult result =
                    cookie == null ? request.exchange() : request.cookie(cookie).exchange();
            Cookie given = result.getResponse().getCookie("draft");
            cookie = given == null ? cookie : given;
            return result;
        }

        /** Chooses an area and answers the address of the form. */
        String choose(AreaId area) {
            return Pages.redirected(post(START, Map.of("area", area.toString(), "typed", "clear")));
        }

        /** A registration for the area, with its number and 回执码. */
        Receipt submit(AreaId area, Map<String, String> typed) {
            String form = choose(area);
            String check = Pages.redirected(post(form, typed));
            Document receipt = Pages.parse(get(Pages.redirected(post(check, Map.of()))));
            return new Receipt(
                    ApplicationNumber.parse(
                                    receipt.selectFirst(".receipt strong").text())
                            .orElseThrow(),
                    receipt.select(".one-time-code").text());
        }

        String revise(Receipt receipt) {
            return Pages.redirected(post("/progress/resubmit", receipt.proof()));
        }
    }

    record Receipt(ApplicationNumber number, String code) {

        Map<String, String> proof() {
            return Map.of("number", number.toString(), "mobile", "13900002468", "code", code);
        }
    }

    @BeforeEach
    void aDistrictWithTwoAreas() {
        area = world.area("栖梧里");
        other = world.area("揽月台");
    }

    static Map<String, String> filled(String name, String person) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("attribute", "PREPARATORY");
        form.put("name", name);
        form.put("officeAddress", "会所");
        form.put("contactName", person);
        form.put("contactMobile", "13900002468");
        form.put("operators[0].name", person);
        form.put("operators[0].mobile", "13900002468");
        return form;
    }

    Receipt returned(Visitor applicant) {
        Receipt receipt = applicant.submit(area, filled("栖梧里业委会筹备组", "欧阳修远"));
        committee.decided(receipt.number(), ReviewAction.RETURN, world.clerk());
        return receipt;
    }

    ApplicationView view(Receipt receipt) {
        return applications.forReview(ACommittee.KIND, receipt.number(), world.clerk());
    }

    String numberOf(AreaId subject) {
        return jdbc.sql("SELECT number FROM application WHERE subject_id = :area")
                .param("area", subject.value())
                .query(String.class)
                .single();
    }
}
