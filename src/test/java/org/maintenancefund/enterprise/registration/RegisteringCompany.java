package org.maintenancefund.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A company in front of 物管企业注册, in a district of its own, and the clerk who decides. Nothing is rolled back. */
abstract class RegisteringCompany {

    static final String FORM = "/register/enterprise/form";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Enterprises enterprises;

    CreditCode code = World.freeCreditCode();
    Cookie browser;
    /** The addresses of the draft that is being filled in. */
    String address = FORM;

    String check = "";
    String receiptCode = "";
    Document receipt;

    Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "云州登高物业服务有限公司" + code);
        form.put("creditCode", code.value());
        form.put("legalRepresentative", "沈澄之");
        form.put("registeredAddress", "登高路 1 号");
        form.put("officeAddress", "和平大厦 3 层");
        form.put("district", world.district().id().toString());
        form.put("contactName", "陆晓岚");
        form.put("contactMobile", "13900006001");
        form.put("phone", "0000-22304999");
        form.put("email", "office@example.cn");
        form.put("operators[0].name", "陆晓岚");
        form.put("operators[0].mobile", "13900006001");
        form.put("operators[1].name", "李建党");
        form.put("operators[1].mobile", "13900004321");
        return form;
    }

    MvcTestResult get(String path) {
        var request = mvc.get().uri(path);
        return browser == null ? request.exchange() : request.cookie(browser).exchange();
    }

    MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(csrf());
        form.forEach(request::param);
        return kept(
                browser == null ? request.exchange() : request.cookie(browser).exchange());
    }

    MvcTestResult fillIn(Map<String, String> form) {
        MockMultipartFile licence = new MockMultipartFile("licence", "执照.pdf", "application/pdf", SampleFiles.pdf());
        var request = mvc.post().uri(address).multipart().file(licence).with(csrf());
        form.forEach(request::param);
        return kept(
                browser == null ? request.exchange() : request.cookie(browser).exchange());
    }

    private MvcTestResult kept(MvcTestResult result) {
        Cookie cookie = result.getResponse().getCookie("draft");
        browser = cookie == null ? browser : cookie;
        String next = result.getResponse().getRedirectedUrl();
        if (next != null && next.startsWith("/register/enterprise/check?draft=")) {
            goOnAt(next.replace("/check", "/form"));
        }
        return result;
    }

    void goOnAt(String next) {
        address = next;
        check = next.replace("/form", "/check");
    }

    String submitted() {
        MvcTestResult submitted = post(check, Map.of());
        assertThat(submitted).hasStatus3xxRedirection();
        receipt = Pages.parse(get(submitted.getResponse().getRedirectedUrl()));
        receiptCode = receipt.select(".one-time-code").text();
        return receipt.selectFirst(".receipt strong").text();
    }

    MvcTestResult decide(String number, String result, String remark) {
        return pages.post(
                "/enterprises/reviews/" + number,
                world.clerk(),
                Map.of("result", result, "remark", remark, "version", version(number)));
    }

    String version(String number) {
        return pages.open("/enterprises/reviews/" + number, world.clerk())
                .select("input[name=version]")
                .val();
    }
}
