package org.maintenancefund.unit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 房屋底册 as its lists and a unit's page show it, to each role as far as it may. */
@IntegrationTest
@Transactional
class UnitListPagesTest extends PagesOfUnits {

    private CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    @Test
    void aUnitThatBeginsLaterIsShownWithWhoPaysThen() {
        AUnit flat = AUnit.at("1 栋", "101");
        YearMonth later = YearMonth.from(world.today()).plusMonths(2);
        UnitId id = registered(new AUnit(flat.place(), later, flat.facts(), flat.payer()));

        assertThat(pages.open(list, managed.ofOffice()).select("tbody").text()).contains("王建国");
        assertThat(pages.open("/units/" + id, managed.ofOffice()).text()).contains("王建国（业主）");
    }

    @Test
    void eachRoleChoosesAmongTheAreasThatItSees() {
        ManagedArea other = ManagedArea.named("别泉苑", world, register, transaction, "1 栋");
        registered(AUnit.at("1 栋", "101"));

        for (CurrentUser own : List.of(managed.ofCompany(), managed.ofOffice(), world.personOf(managed.committee()))) {
            Document page = pages.open("/units", own);
            assertThat(page.select("h1").text()).isEqualTo("房屋底册");
            assertThat(page.select("td.card-title strong").eachText())
                    .as(own.role().name())
                    .containsExactly("听泉苑");
            assertThat(page.select("td.number").eachText()).containsExactly("1", "864");
            assertThat(page.select("td.card-title a").attr("href")).isEqualTo(list);
        }
        assertThat(pages.open("/units", world.clerk())
                        .select("td.card-title strong")
                        .eachText())
                .contains("听泉苑", "别泉苑");
        assertThat(pages.open("/units?text=别泉", world.municipal())
                        .select("td.card-title strong")
                        .eachText())
                .containsExactly("别泉苑");
        assertThat(pages.open("/units?text=听泉", world.clerkElsewhere()).select("td.card-title"))
                .isEmpty();
        assertThat(pages.open("/units?text=听泉", auditor()).select("td.card-title"))
                .hasSize(1);
        assertThat(pages.get("/units", world.administrator())).hasStatus(403);
        assertThat(pages.get("/units/areas/" + other.id(), managed.ofCompany())).hasStatus(404);
    }

    @Test
    void theMenuHasAHeadingOfItsOwn() {
        Document page = pages.open("/units", managed.ofOffice());

        assertThat(page.select("nav a[href=/units]").text()).contains("房屋底册");
        assertThat(page.text()).contains("维修资金收取");
    }

    @Test
    void theListIsInTheOrderOfBuildingsAndDoorsWithTheFiguresOfTheArea() {
        registered(AUnit.at("10 栋", "101"));
        registered(AUnit.at("2 栋", "1001"));
        registered(AUnit.at("2 栋", "201").unsold().paidBy(null));
        UnitId first =
                registered(AUnit.at("1 栋", "商-01").usedFor(UnitUse.COMMERCIAL).of("350"));
        registered(AUnit.at("1 栋", "101"));

        Document page = pages.open(list, managed.ofOffice());

        assertThat(page.select("h1").text()).isEqualTo("听泉苑：房屋底册");
        assertThat(page.select("td[data-label=房屋]").eachText())
                .containsExactly("1 栋 101", "1 栋 商-01", "2 栋 201", "2 栋 1001", "10 栋 101");
        assertThat(page.select("td[data-label^=建筑面积]").eachText())
                .containsExactly("89.58", "350.00", "89.58", "89.58", "89.58");
        assertThat(page.select("td[data-label=缴款义务人]").eachText())
                .containsExactly(
                        "王建国业主　139****1234", "王建国业主　139****1234", "没有登记", "王建国业主　139****1234", "王建国业主　139****1234");
        assertThat(page.select("td[data-label=用途]").eachText()).containsExactly("住宅", "商业", "住宅未售", "住宅", "住宅");
        assertThat(page.select(".identity-bar dd").eachText())
                .contains("5 户，708.32 ㎡", "864 户，86,420.5 ㎡", "少 859 户少 85,712.18 ㎡", "1 户应缴房屋");
        assertThat(page.select(".list-bar p").text()).isEqualTo("共 5 户");
        assertThat(page.select(".list-bar a[href$=/new]").text()).isEqualTo("登记房屋");
        assertThat(page.select("a[href=" + path(first) + "]")).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "'?building=2栋', 2 栋 201|2 栋 1001",
        "?use=COMMERCIAL, 1 栋 商-01",
        "?sold=no, 2 栋 201",
        "?text=1-101, 1 栋 101",
        "?text=１栋 101, 1 栋 101",
        "?text=201, 2 栋 201",
        "?text=商01, 1 栋 商-01",
        "?text=-00002, 2 栋 1001",
        "?text=赵一鸣, 1 栋 101",
        "?use=COMMERCIAL&sold=no, ''",
    })
    void theListIsNarrowedDown(String query, String found) {
        registered(AUnit.at("10 栋", "901"));
        registered(AUnit.at("2 栋", "1001"));
        registered(AUnit.at("2 栋", "201").unsold().paidBy(AUnit.developer("云州建设公司")));
        registered(AUnit.at("1 栋", "商-01").usedFor(UnitUse.COMMERCIAL));
        registered(AUnit.at("1 栋", "101").paidBy(AUnit.owner("赵一鸣")));

        Document page = pages.open(list + query, world.clerk());

        assertThat(String.join("|", page.select("td[data-label=房屋]").eachText()))
                .isEqualTo(found);
        assertThat(page.select(".chips li a")).isNotEmpty();
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (int door = 101; door <= 145; door++) {
            registered(AUnit.at("2 栋", Integer.toString(door)));
        }

        Document first = pages.open(list, managed.ofOffice());
        Document second = pages.open(first.select("a[rel=next]").attr("href"), managed.ofOffice());
        Document back = pages.open(second.select("a[rel=prev]").attr("href"), managed.ofOffice());

        assertThat(first.select(".list-bar p").text()).isEqualTo("共 45 户");
        assertThat(second.select("td[data-label=房屋]").first().text()).isEqualTo("2 栋 121");
        assertThat(back.select("td[data-label=房屋]").eachText())
                .isEqualTo(first.select("td[data-label=房屋]").eachText());
    }

    @Test
    void theSpreadsheetHasTheSameRowsWithMaskedNumbers() {
        registered(AUnit.at("1 栋", "101").inEntrance("2"));
        registered(AUnit.at("2 栋", "101"));
        AreaView area = areas.get(managed.id());

        MvcTestResult export = pages.get(list + "/export?building=1栋", managed.ofOffice());

        assertThat(Sheets.name(export)).isEqualTo("房屋底册 " + area.code());
        List<List<String>> rows = Sheets.rows(export);
        assertThat(rows.get(0))
                .containsExactly(
                        "户号", "楼栋", "单元", "层", "房号", "建筑面积（㎡）", "面积来源", "用途", "电梯", "应缴", "已售", "交付日期", "起收月份",
                        "缴款义务人类别", "缴款义务人", "手机号码");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .contains(
                        area.code() + "-00001",
                        "1 栋",
                        "2",
                        "101",
                        "89.58",
                        "登记簿",
                        "住宅",
                        "是",
                        "已售",
                        "业主",
                        "王建国",
                        "139****1234");
    }

    @Test
    void whoSeesOnlyHasNoButtonsAndNoForms() {
        UnitId id = registered(AUnit.at("1 栋", "101"));

        for (CurrentUser reader :
                List.of(world.personOf(managed.committee()), world.clerk(), world.municipal(), auditor())) {
            Document page = pages.open(list, reader);
            assertThat(page.select("a[href$=/new]")).as(reader.role().name()).isEmpty();
            Document unit = pages.open(path(id), reader);
            assertThat(unit.select("main a.btn-primary, a[href$=/place]")).isEmpty();
            assertThat(unit.text()).contains("139****1234").doesNotContain("13900001234");
            for (String form : List.of(list + "/new", path(id, "/change"), path(id, "/payer"), path(id, "/place"))) {
                assertThat(pages.get(form, reader)).as(form).hasStatus(403);
                assertThat(pages.post(form, reader, filled())).as(form).hasStatus(403);
            }
        }
    }

    @Test
    void forStrangersThereIsNothing() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        ManagedArea other = ManagedArea.named("别泉苑", world, register, transaction, "1 栋");

        for (String address : List.of(list, list + "/export", path(id))) {
            assertThat(pages.get(address, other.ofOffice())).as(address).hasStatus(404);
            assertThat(pages.get(address, world.personOf(other.committee())))
                    .as(address)
                    .hasStatus(404);
            assertThat(pages.get(address, world.clerkElsewhere())).as(address).hasStatus(404);
        }
        for (String form : List.of(list + "/new", path(id, "/change"), path(id, "/payer"), path(id, "/place"))) {
            assertThat(pages.get(form, other.ofCompany())).as(form).hasStatus(404);
            assertThat(pages.post(form, other.ofCompany(), filled())).as(form).hasStatus(404);
        }
        assertThat(pages.get("/units/" + UnitId.next(), managed.ofCompany())).hasStatus(404);
        assertThat(pages.get("/units/nonsense", managed.ofCompany())).hasStatus(404);
    }
}
