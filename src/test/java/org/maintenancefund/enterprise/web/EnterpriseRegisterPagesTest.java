package org.maintenancefund.enterprise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** 物业服务企业查询: the list, its spreadsheet and the page of a company. */
@IntegrationTest
@Transactional
class EnterpriseRegisterPagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Enterprises enterprises;

    @Autowired
    JdbcClient jdbc;

    private EnterpriseId company;
    private EnterpriseId elsewhere;

    @BeforeEach
    void companiesOfTwoDistricts() {
        company = world.company("云州登记甲物业公司");
        elsewhere = world.company("云州登记乙物业公司", world.otherDistrict());
    }

    @Test
    void aDistrictSeesTheCompaniesRegisteredThereWithMaskedMobiles() {
        Document page = pages.open("/enterprises", world.clerk());

        assertThat(page.title()).isEqualTo("物业服务企业查询 - 物业专项维修资金信息管理系统");
        assertThat(page.select("tbody td.card-title strong").eachText()).containsExactly("云州登记甲物业公司");
        assertThat(page.select("tbody").text())
                .contains(world.district().name(), "无资质（本系统注册）", "陆晓岚", "139****4999", "正常")
                .doesNotContain("13900004999");
        assertThat(page.select(".list-bar").text()).contains("共 1 家物业服务企业", "导出 Excel");
        assertThat(page.select("#district"))
                .as("only one district, nothing to choose")
                .isEmpty();
    }

    @Test
    void theMunicipalCentreSeesAllAndNarrowsThemDown() {
        assertThat(names("/enterprises?q=云州登记")).containsExactly("云州登记甲物业公司", "云州登记乙物业公司");
        assertThat(names("/enterprises?q=云州登记&district=" + world.district().id()))
                .containsExactly("云州登记甲物业公司");
        assertThat(names("/enterprises?q=登记&qualification=QUALIFIED")).isEmpty();
        assertThat(names("/enterprises?q=登记&qualification=UNQUALIFIED")).hasSize(2);
        enterprises.disable(company, "停业", world.clerk());
        assertThat(names("/enterprises?q=登记&state=DISABLED")).containsExactly("云州登记甲物业公司");
        assertThat(names("/enterprises?q=登记&state=ACTIVE")).containsExactly("云州登记乙物业公司");
        assertThat(names("/enterprises?q=" + enterprises.get(elsewhere).creditCode()))
                .containsExactly("云州登记乙物业公司");
    }

    @Test
    void everyActiveFilterHasAChipThatTakesItOff() {
        Document page =
                pages.open("/enterprises?q=登记&district=" + world.district().id() + "&state=ACTIVE", world.municipal());

        assertThat(page.select(".chips a").eachText())
                .containsExactly("去掉：包含“登记”", "去掉：" + world.district().name(), "去掉：正常");
        assertThat(page.select(".chips a").get(2).attr("href"))
                .startsWith("/enterprises?q=")
                .contains("district=" + world.district().id())
                .doesNotContain("state");
        assertThat(page.select("#q").val()).isEqualTo("登记");
        assertThat(page.select("#state option[selected]").text()).isEqualTo("正常");
        assertThat(page.select(".list-bar a").attr("href"))
                .startsWith("/enterprises/export?q=")
                .contains("state=ACTIVE");
    }

    @Test
    void anEmptyListSaysWhyAndWhatNext() {
        CurrentUser newcomer =
                world.clerkOf(world.district(world.freeLetters(), "新区", "新街道").id());

        assertThat(pages.open("/enterprises", newcomer).select(".empty").text()).contains("还没有登记的物业服务企业");
        assertThat(pages.open("/enterprises?q=无此企业", world.clerk())
                        .select(".empty")
                        .text())
                .contains("没有查到", "查看全部");
    }

    @ParameterizedTest
    @ValueSource(strings = {"district=x&state=nonsense", "after=bm9uc2Vuc2U", "before=YR9i", "q=%27%20OR%20%271"})
    void anAddressThatWasEditedStillShowsAPage(String query) {
        assertThat(pages.get("/enterprises?" + query, world.clerk())).hasStatusOk();
        assertThat(pages.get("/enterprises/export?" + query, world.clerk()))
                .hasStatus(query.startsWith("district") ? HttpStatus.CONFLICT : HttpStatus.OK);
    }

    @Test
    void theSpreadsheetHoldsExactlyWhatIsFilteredOverAllPages() {
        for (int i = 0; i < 45; i++) {
            world.company("云州导出%02d物业公司".formatted(i));
        }

        List<List<String>> rows = Sheets.rows(pages.get("/enterprises/export?q=导出&after=x", world.clerk()));

        assertThat(rows).hasSize(46);
        assertThat(rows.get(0)).startsWith("企业名称", "统一社会信用代码", "法定代表人").contains("登记日期");
        assertThat(rows.get(1))
                .startsWith("云州导出00物业公司")
                .contains(world.district().name(), "139****4999", "正常");
        assertThat(rows.get(45).get(0)).isEqualTo("云州导出44物业公司");
        assertThat(jdbc.sql("SELECT changes::text FROM audit_entry WHERE action = 'EXPORTED' AND operator_id = ?")
                        .param(world.clerk().operatorId().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("包含“导出”", "\"45\"");
    }

    @Test
    void theSpreadsheetOfADistrictHasNobodyElsesCompanies() {
        assertThat(Sheets.rows(pages.get("/enterprises/export?q=云州登记", world.clerk())))
                .hasSize(2);
        assertThat(Sheets.rows(pages.get("/enterprises/export?q=云州登记", world.municipal())))
                .hasSize(3);
    }

    @Test
    void thePageOfACompanyShowsAllThatIsKnownOfIt() {
        world.account(company.ref(), Role.ENTERPRISE_OPERATOR, "周登记", "13900004321", "registerzhou");

        Document page = pages.open("/enterprises/" + company, world.clerk());

        assertThat(page.select("h1").text()).isEqualTo("云州登记甲物业公司");
        assertThat(page.select("main .panel > h2").eachText())
                .containsExactly("企业信息", "经办人员（1）", "小区管理处（0）", "所管物业区域（0）", "曾管物业区域（0）", "变动记录");
        assertThat(page.select(".summary-list").text()).contains("法定代表人 沈澄之", "联系人手机号码 13900004999", "办公地址 同注册地址");
        assertThat(page.select("tbody tr").text()).contains("周登记 registerzhou 139****4321 本系统 从未登录 待首次登录");
        assertThat(page.select(".timeline").text()).contains("登记物业服务企业");
        assertThat(page.select(".identity-bar .btn").eachText()).containsExactly("停用");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'ENTERPRISE_VIEWED' AND object_id = ?")
                        .param(company.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(pages.open("/enterprises/" + company, world.clerk())
                        .select(".timeline")
                        .text())
                .as("that somebody looked is no part of its history")
                .doesNotContain("查看");
    }

    @Test
    void theMunicipalCentreReadsWithMaskedMobilesAndChangesNothing() {
        Document page = pages.open("/enterprises/" + company, world.municipal());

        assertThat(page.select(".summary-list").text()).contains("139****4999").doesNotContain("13900004999");
        assertThat(page.select(".identity-bar .btn")).isEmpty();
        assertThat(pages.get("/enterprises/" + company + "/disable", world.municipal()))
                .hasStatus(403);
        assertThat(pages.get("/enterprises/" + elsewhere, world.municipal())).hasStatusOk();
    }

    @Test
    void anotherDistrictsCompanyDoesNotExist() {
        for (String path : List.of("", "/disable", "/enable")) {
            assertThat(pages.get("/enterprises/" + elsewhere + path, world.clerk()))
                    .hasStatus(404);
        }
        assertThat(pages.get("/enterprises/" + UUID.randomUUID(), world.clerk()))
                .hasStatus(404);
        assertThat(pages.get("/enterprises/nonsense", world.clerk())).hasStatus(404);
    }

    private List<String> names(String path) {
        return pages.open(path, world.municipal())
                .select("tbody td.card-title strong")
                .eachText();
    }
}
