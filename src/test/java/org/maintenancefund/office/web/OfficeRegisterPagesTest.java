package org.maintenancefund.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.domain.OfficeService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** 小区管理处查询: the list, its spreadsheet and the page of an office. */
@IntegrationTest
@Transactional
class OfficeRegisterPagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Enterprises enterprises;

    @Autowired
    OfficeService keeping;

    private EnterpriseId company;
    private OfficeId office;
    private OfficeId elsewhere;

    @BeforeEach
    void aCompanyWithOfficesInTwoDistricts() {
        company = world.company("云州查询物业公司", world.otherDistrict());
        office = world.office("查询甲管理处", company);
        elsewhere = world.office("查询乙管理处", company, world.otherDistrict());
    }

    @Test
    void aDistrictSeesTheOfficesThatAreIts() {
        Document page = pages.open("/offices", world.clerk());

        assertThat(page.title()).isEqualTo("小区管理处查询 - 物业专项维修资金信息管理系统");
        assertThat(page.select("tbody td.card-title strong").eachText()).containsExactly("查询甲管理处");
        assertThat(page.select("tbody").text())
                .contains("云州查询物业公司", world.district().name(), "钱联系", "139****4321", "暂无", "有效")
                .doesNotContain("13900004321");
    }

    @Test
    void theFiltersNarrowTheListDown() {
        assertThat(names("/offices?q=查询")).containsExactly("查询甲管理处", "查询乙管理处");
        assertThat(names("/offices?q=询甲")).containsExactly("查询甲管理处");
        assertThat(names("/offices?company=云州查询")).hasSize(2);
        assertThat(names("/offices?company=没有这家")).isEmpty();
        assertThat(names("/offices?company=（")).isEmpty();
        assertThat(names("/offices?company=云州查询&district=" + world.clerk().district()))
                .containsExactly("查询甲管理处");
        keeping.disable(office, world.personOf(company));
        assertThat(names("/offices?q=查询&state=DISABLED")).containsExactly("查询甲管理处");

        Document page = pages.open("/offices?q=查询&company=云州&state=DISABLED", world.municipal());
        assertThat(page.select(".chips a").eachText()).containsExactly("去掉：包含“查询”", "去掉：企业包含“云州”", "去掉：已停用");
        assertThat(page.select("#company").val()).isEqualTo("云州");
    }

    @Test
    void anEmptyListSaysWhyAndWhatNext() {
        CurrentUser newcomer =
                world.clerkOf(world.district(world.freeLetters(), "新区", "新街道").id());

        assertThat(pages.open("/offices", newcomer).select(".empty").text()).contains("还没有小区管理处");
        assertThat(pages.open("/offices?q=无此处", world.clerk()).select(".empty").text())
                .contains("没有查到", "查看全部");
    }

    @ParameterizedTest
    @ValueSource(strings = {"district=x&state=nonsense", "after=bm9uc2Vuc2U", "before=YR9i", "q=%25&company=%5C"})
    void anAddressThatWasEditedStillShowsAPage(String query) {
        assertThat(pages.get("/offices?" + query, world.clerk())).hasStatusOk();
        assertThat(pages.get("/offices/export?" + query, world.clerk()))
                .hasStatus(query.startsWith("district") ? HttpStatus.CONFLICT : HttpStatus.OK);
    }

    @Test
    void theSpreadsheetHoldsExactlyWhatIsFiltered() {
        List<List<String>> rows = Sheets.rows(pages.get("/offices/export?q=查询", world.clerk()));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("管理处名称", "物业服务企业", "统一社会信用代码", "所属区");
        assertThat(rows.get(1))
                .startsWith("查询甲管理处", "云州查询物业公司")
                .contains(world.district().name(), "139****4321", "有效", "正常");
        assertThat(Sheets.rows(pages.get("/offices/export?q=查询", world.municipal())))
                .hasSize(3);
    }

    @Test
    void thePageOfAnOfficeShowsAllThatIsKnownOfIt() {
        Document page = pages.open("/offices/" + office, world.clerk());

        assertThat(page.select("h1").text()).isEqualTo("查询甲管理处");
        assertThat(page.select("main .panel > h2").eachText())
                .containsExactly("管理处信息", "经办人员（0）", "所管物业区域（0）", "曾管物业区域（0）", "变动记录");
        assertThat(page.select(".summary-list").text()).contains("负责人 郑负责", "联系人手机号码 13900004321");
        assertThat(page.select(".identity-bar").text()).contains("云州查询物业公司");
        assertThat(page.select(".identity-bar a"))
                .as("another district's company")
                .isEmpty();
        assertThat(page.select(".timeline").text())
                .contains("新建小区管理处", "所属区：" + world.district().name());
        assertThat(pages.open("/offices/" + office, world.municipal())
                        .select(".identity-bar a")
                        .attr("href"))
                .isEqualTo("/enterprises/" + company);
        assertThat(pages.open("/offices/" + office, world.municipal())
                        .select(".summary-list")
                        .text())
                .contains("139****4321")
                .doesNotContain("13900004321");
    }

    @Test
    void anOfficeOfADisabledCompanySaysSo() {
        enterprises.disable(company, "停业", world.municipal());

        assertThat(pages.open("/offices", world.clerk()).select("tbody").text()).contains("企业已停用");
        assertThat(pages.open("/offices/" + office, world.clerk())
                        .select(".notice")
                        .text())
                .contains("所属的物业服务企业已停用");
    }

    @Test
    void theCompanysPageListsItsOfficesAndLinksThoseOneMaySee() {
        Document page = pages.open("/enterprises/" + company, world.clerkElsewhere());

        assertThat(page.select("tbody tr").text())
                .contains(
                        "查询甲管理处 " + world.district().name(),
                        "查询乙管理处 " + world.otherDistrict().name());
        assertThat(page.select("tbody a").eachAttr("href")).containsExactly("/offices/" + elsewhere);
    }

    @Test
    void anotherDistrictsOfficeDoesNotExist() {
        assertThat(pages.get("/offices/" + elsewhere, world.clerk())).hasStatus(404);
        assertThat(pages.get("/offices/" + UUID.randomUUID(), world.clerk())).hasStatus(404);
        assertThat(pages.get("/offices/nonsense", world.clerk())).hasStatus(404);
    }

    private List<String> names(String path) {
        return pages.open(path, world.municipal())
                .select("tbody td.card-title strong")
                .eachText();
    }
}
