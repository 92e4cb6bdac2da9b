package org.maintenancefund.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The credit code of 物管企业注册: what is none, what is doubtful, what is here already. */
@IntegrationTest
class RegistrationCodeTest extends RegisteringCompany {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QualifiedCompanies qualified;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "91440300I922038216, 第 9 位不应是字母 I",
        "91440300192203821, 17 位",
        "914403001922038217, 统一社会信用代码校验不通过，请对照营业执照逐位核对",
        "91440300192203821*, 第 18 位",
    })
    void aCodeThatIsNoneIsToldByItsPosition(String typed, String sentence) {
        Map<String, String> company = filled();
        company.put("creditCode", typed);

        Document page = Pages.parse(fillIn(company));

        assertThat(page.select(".error-summary li").text()).contains(sentence);
        assertThat(page.select("[name=legalRepresentative]").val()).isEqualTo("沈澄之");
        assertThat(page.select(".file-list").text()).contains("执照.pdf");
    }

    @Test
    void aCodeAgainstItsCheckIsTakenOnInsistenceAndApprovedWithAReason() {
        String last = code.value().endsWith("1") ? "2" : "1";
        String doubtful = code.value().substring(0, 17) + last;
        Map<String, String> company = filled();
        company.put("creditCode", doubtful);
        Document asked = Pages.parse(fillIn(company));
        assertThat(asked.select("label:has(#codeCompared)").text()).startsWith("已对照营业执照，代码无误");
        company.put("comparedCode", asked.select("[name=comparedCode]").val());
        company.put("codeCompared", "true");
        assertThat(fillIn(company)).hasStatus3xxRedirection();
        String number = submitted();

        assertThat(pages.open("/enterprises/reviews/" + number, world.clerk()).text())
                .contains("校验不通过，申请人已对照营业执照");
        MvcTestResult without = decide(number, "APPROVE", "");
        assertThat(without).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(without).text()).contains("请在内部备注写明理由");
        assertThat(decide(number, "APPROVE", "已核对营业执照原件")).hasStatus3xxRedirection();

        var registered = enterprises.find(new CreditCode(doubtful)).orElseThrow();
        assertThat(pages.open("/enterprises/" + registered.id(), world.clerk()).text())
                .contains("校验不通过，已核对营业执照原件");
    }

    /** The tick is about the code that was shown with it, not about whatever is typed next. */
    @Test
    void theTickDoesNotCoverAnotherCode() {
        Map<String, String> company = filled();
        company.put("creditCode", "914403001922038217");
        company.put("comparedCode", "914403001922308216");
        company.put("codeCompared", "true");

        Document page = Pages.parse(fillIn(company));

        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#creditCode");
        assertThat(page.select("#codeCompared").hasAttr("checked")).isFalse();
        assertThat(page.select("[name=comparedCode]").val()).isEqualTo("914403001922038217");
    }

    @Test
    void theTickIsOfferedWhereACheckCharacterFailsAndNowhereElse() {
        Map<String, String> company = filled();
        company.put("creditCode", "91440300I922038216");

        assertThat(Pages.parse(fillIn(company)).select("#codeCompared")).isEmpty();
    }

    @Test
    void aKnownCodeIsRefusedInWordsThatSayWhatToDo() {
        world.company("云州先到物业", code);
        assertThat(Pages.parse(fillIn(filled())).text()).contains("已在本系统注册");

        code = World.freeCreditCode();
        qualified.admit(new SharedPerson(
                "shared", new PersonName("龚锦程"), new MobileNumber("13900007002"), code, "云州锦屿", null, null, false));
        assertThat(Pages.parse(fillIn(filled())).text()).contains("请用市物业管理信息系统的用户名和密码登录");

        code = World.freeCreditCode();
        fillIn(filled());
        submitted();
        browser = null;
        goOnAt(FORM);
        Document second = Pages.parse(fillIn(filled()));
        assertThat(second.select(".error-summary a").eachAttr("href")).containsExactly("#creditCode");
        assertThat(second.text()).contains("已有注册申请正在审核").doesNotContain("WG20");
    }

    /** The same code in capitals, in small letters and full width, from three browsers at the very same moment. */
    @Test
    void threeSpellingsOfOneCodeAtOnceAreOneApplication() throws InterruptedException {
        List<String> spellings = List.of(
                code.value(),
                code.value().toLowerCase(Locale.ROOT),
                code.value()
                        .chars()
                        .map(c -> c + 0xFEE0)
                        .mapToObj(Character::toString)
                        .reduce("", String::concat));
        List<Callable<MvcTestResult>> racing = new ArrayList<>();
        for (String spelling : spellings) {
            browser = null;
            goOnAt(FORM);
            Map<String, String> company = filled();
            company.put("creditCode", spelling);
            assertThat(fillIn(company)).hasStatus3xxRedirection();
            Cookie mine = browser;
            String mineToo = check;
            racing.add(() -> mvc.post().uri(mineToo).cookie(mine).with(csrf()).exchange());
        }

        List<MvcTestResult> answers =
                Race.of(racing).stream().map(Race.Outcome::value).toList();

        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == HttpStatus.FOUND.value())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == HttpStatus.BAD_REQUEST.value())
                .hasSize(2)
                .allSatisfy(answer -> assertThat(
                                Pages.parse(answer).select("#creditCode-error").text())
                        .contains("已有注册申请正在审核"));
        assertThat(jdbc.sql("SELECT count(*) FROM application WHERE title = :title")
                        .param("title", filled().get("name"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
