package org.maintenancefund.unit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 房屋底册 as its pages show it, to each role as far as it may. */
@IntegrationTest
@Transactional
class UnitPagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    UnitService units;

    @Autowired
    TransactionTemplate transaction;

    private ManagedArea managed;
    private String list;

    @BeforeEach
    void anAreaThatAnOfficeManages() {
        managed = ManagedArea.named("听泉苑", world, register, transaction, "1 栋", "2 栋", "10 栋");
        list = "/units/areas/" + managed.id();
    }

    private UnitId registered(AUnit unit) {
        return units.register(managed.id(), unit.told(), managed.ofOffice());
    }

    private UnitView get(UnitId id) {
        return units.get(id, managed.ofOffice()).unit();
    }

    private static String path(UnitId id, String... below) {
        return "/units/" + id + String.join("", below);
    }

    private CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    private static Map<String, String> filled() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("place.building", "1 栋");
        form.put("place.entrance", "2");
        form.put("place.floor", "3");
        form.put("place.door", "301");
        form.put("facts.floorArea", "89.58");
        form.put("facts.source", "SURVEY");
        form.put("facts.use", "OFFICE");
        form.put("facts.lift", "true");
        form.put("facts.liable", "true");
        form.put("facts.sold", "true");
        form.put("facts.deliveredOn", "2025-12-20");
        form.put("facts.chargedFrom", "2026-03");
        form.put("from", "2026-01");
        form.put("payer.kind", "OWNER");
        form.put("payer.name", "王建国、李红梅");
        form.put("payer.mobile", "139 0000 1234");
        form.put("document", "登记簿 118 号");
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    private static List<String> errors(MvcTestResult result) {
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select(".error-summary li").eachText();
    }

    // ---- the areas

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

    // ---- the list

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

    // ---- one more unit

    @Test
    void theFormHasItsFieldsInTheirOrder() {
        Document page = pages.open(list + "/new", managed.ofOffice());

        assertThat(page.select("h1").text()).isEqualTo("登记房屋");
        assertThat(page.select("main form label.field-label").eachText())
                .containsExactly(
                        "楼栋",
                        "单元（选填）",
                        "层（选填）",
                        "房号",
                        "建筑面积（㎡）",
                        "面积来源",
                        "用途",
                        "交付日期（选填）",
                        "起收月份（选填）",
                        "起始月份",
                        "类别",
                        "缴款义务人",
                        "手机号码（选填）",
                        "依据（选填）");
        assertThat(page.select("#place\\.building option").eachText()).containsExactly("请选择", "1 栋", "2 栋", "10 栋");
        assertThat(page.select("#from").val())
                .isEqualTo(YearMonth.from(world.today()).toString());
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("name"))
                .containsExactly("facts.liable", "facts.sold");
    }

    @Test
    void everyFieldOfTheFormArrives() {
        MvcTestResult saved = pages.post(list + "/new", managed.ofCompany(), filled());

        assertThat(saved).hasStatus(303);
        UnitId id = UnitId.of(Pages.redirected(saved).replace("/units/", ""));
        Document page = pages.open(path(id), managed.ofCompany());
        assertThat(page.select("h1").text()).isEqualTo("1 栋 2 单元 301");
        assertThat(page.select("dl.summary-list dd").eachText())
                .contains("89.58 ㎡（实测）", "办公", "已售", "2025-12-20", "王建国、李红梅（业主）　13900001234")
                .anyMatch(line -> line.startsWith("2026-03"))
                .contains("3");
        assertThat(page.select("table").first().select("td").eachText())
                .containsSubsequence("2026-01", "89.58实测", "办公有电梯", "是已售", "首次登记登记簿 118 号");
        assertThat(page.select("table").get(1).select("td").eachText())
                .containsSubsequence("2026-01-01", "王建国、李红梅（业主）　13900001234", "登记簿 118 号");
    }

    @Test
    void whatIsNotTickedIsNotSo() {
        Map<String, String> form = filled();
        form.keySet().removeAll(List.of("facts.lift", "facts.liable"));

        UnitId id = UnitId.of(Pages.redirected(pages.post(list + "/new", managed.ofOffice(), form))
                .replace("/units/", ""));

        assertThat(get(id).versions().get(0).facts().lift()).isFalse();
        assertThat(get(id).versions().get(0).facts().liable()).isFalse();
        assertThat(get(id).versions().get(0).facts().sold()).isTrue();
    }

    @Test
    void nobodyNeedBeKnownToPayYet() {
        Map<String, String> form = with(filled(), "payer.name", "", "payer.mobile", "");

        UnitId id = UnitId.of(Pages.redirected(pages.post(list + "/new", managed.ofOffice(), form))
                .replace("/units/", ""));

        assertThat(get(id).payers()).isEmpty();
        assertThat(pages.open(path(id), managed.ofOffice()).text()).contains("还没有登记缴款义务人");
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "place.building, 9 栋, 本小区没有“9 栋”这栋楼。已登记的楼栋有：1 栋、2 栋、10 栋",
        "place.building, '', 请选择楼栋",
        "place.door, 1月1日, “1月1日”是一个日期，多半是 Excel 把 1-1 这样的房号改成了日期。请改填房号；在 Excel 里先把这一列设为“文本”",
        "place.door, 2栋301, 房号“2栋301”写的不是1 栋，请核对楼栋和房号",
        "place.door, '', 请填写房号，例如 101",
        "place.floor, 三楼半, 层应为 -9 至 200 的整数，地下填负数",
        "from, 2026-05-15, 起始月份只能从某个月的 1 日起，2026-05-15 不是 1 日",
        "from, 2062-05, 起始月份：2062-05 晚于今天 12 个月以上，请核对年份",
        "facts.chargedFrom, 2026-05-15, 起收月份只能从某个月的 1 日起，2026-05-15 不是 1 日",
        "facts.source, '', 请选择面积来源",
        "facts.use, HOUSE, 请选择用途",
        "payer.mobile, 139000012, 手机号码应为 11 位数字，现在只有 9 位",
        "payer.kind, '', 请选择缴款义务人类别",
        "payer.name, '', 请填写缴款义务人",
    })
    void whatCantBeIsRefusedInASentenceAtItsField(String field, String typed, String sentence) {
        MvcTestResult refused = pages.post(list + "/new", managed.ofOffice(), with(filled(), field, typed));

        assertThat(errors(refused)).containsExactly(sentence);
        assertThat(Pages.parse(refused).select(".error-summary a").attr("href")).isEqualTo("#" + field);
        assertThat(Pages.parse(refused).select("#place\\.entrance").val()).isEqualTo("2");
        assertThat(pages.open(list, managed.ofOffice()).select("td.card-title")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',请填写建筑面积", "0,", "-1,", "九十,"})
    void aFloorAreaIsAnArea(String typed, String sentence) {
        MvcTestResult refused = pages.post(list + "/new", managed.ofOffice(), with(filled(), "facts.floorArea", typed));

        assertThat(errors(refused)).singleElement().asString().contains(sentence == null ? "建筑面积" : sentence);
    }

    @Test
    void aDeliveryStillToComeIsRefusedAtItsField() {
        String tomorrow = world.today().plusDays(1).toString();

        MvcTestResult refused =
                pages.post(list + "/new", managed.ofOffice(), with(filled(), "facts.deliveredOn", tomorrow));

        assertThat(errors(refused)).containsExactly("交付日期 " + tomorrow + " 还没有到，没有交付的房屋请不要填写");
        assertThat(Pages.parse(refused).select("#facts\\.deliveredOn-error").text())
                .contains("还没有到");
    }

    @Test
    void theSameFlatIsRefusedAndNamesTheOther() {
        String number = get(registered(AUnit.at("1 栋", "301").inEntrance("2"))).number();

        MvcTestResult refused = pages.post(
                list + "/new", managed.ofOffice(), with(filled(), "place.entrance", "", "place.door", "１栋2单元301室"));

        assertThat(errors(refused)).containsExactly("房号：1 栋 2 单元 301 已登记，户号 " + number);
    }

    @Test
    void whatIsUnlikelyIsAskedAndSavedOnceItIsTicked() {
        Map<String, String> form = with(filled(), "facts.floorArea", "8.96", "facts.use", "RESIDENTIAL");

        MvcTestResult asked = pages.post(list + "/new", managed.ofOffice(), form);

        assertThat(errors(asked)).containsExactly("请核对上面的提示，无误时勾选“已核对，无误”再保存");
        Document page = Pages.parse(asked);
        assertThat(page.select("main form li").text()).isEqualTo("住宅的建筑面积是 8.96 ㎡，一般在 15.00 至 500.00 ㎡ 之间");
        Map<String, String> ticked =
                with(form, "asked.about", page.select("input[name=asked.about]").val(), "asked.checked", "true");
        assertThat(pages.post(list + "/new", managed.ofOffice(), with(ticked, "facts.floorArea", "9.86")))
                .as("a tick is about what was asked")
                .hasStatus(400);
        assertThat(pages.post(list + "/new", managed.ofOffice(), ticked)).hasStatus(303);
    }

    @Test
    void aFormWithoutAnythingIsRefusedAndFailsNowhere() {
        for (String nothing : List.of(list + "/new", path(registered(AUnit.at("1 栋", "101")), "/change"))) {
            assertThat(pages.post(nothing, managed.ofOffice(), Map.of()))
                    .as(nothing)
                    .hasStatus(400);
        }
        UnitId id = registered(AUnit.at("1 栋", "102"));
        assertThat(pages.post(path(id, "/payer"), managed.ofOffice(), Map.of())).hasStatus(400);
        assertThat(pages.post(path(id, "/place"), managed.ofOffice(), Map.of())).hasStatus(400);
    }

    // ---- changes

    private Map<String, String> change(UnitId id, String... changes) {
        Document page = pages.open(path(id, "/change"), managed.ofOffice());
        Map<String, String> form = new LinkedHashMap<>();
        page.select("main form input[type=text], main form input[type=date], main form input[name=version]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("main form input[type=checkbox][checked]").forEach(tick -> form.put(tick.attr("name"), "true"));
        page.select("main form select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").val()));
        return with(form, changes);
    }

    @Test
    void aChangeStartsFromWhatHoldsAndIsShownAsAVersion() {
        UnitId id = registered(AUnit.at("1 栋", "101"));

        MvcTestResult saved = pages.post(
                path(id, "/change"),
                managed.ofOffice(),
                change(id, "from", "2026-06", "facts.floorArea", "90.12", "reason", "实测", "document", "报告 18 号"));

        assertThat(saved).hasStatus(303).hasRedirectedUrl(path(id));
        assertThat(get(id).versions()).hasSize(2);
        assertThat(get(id).versions().get(0).facts())
                .isEqualTo(AUnit.at("1 栋", "101").of("90.12").facts());
        Document page = pages.open(path(id), managed.ofOffice());
        assertThat(page.select("table").first().select("tbody tr").eachText())
                .satisfiesExactly(
                        latest -> assertThat(latest).startsWith("2026-06 90.12").contains("实测报告 18 号"),
                        first -> assertThat(first).startsWith("2026-01至 2026-05 89.58"));
    }

    @Test
    void aChangeSaysFromWhenWhyAndFromWhichDocument() {
        UnitId id = registered(AUnit.at("1 栋", "101"));

        MvcTestResult refused = pages.post(
                path(id, "/change"), managed.ofOffice(), change(id, "from", "2026-06-03", "facts.floorArea", "90"));

        assertThat(errors(refused)).containsExactly("起始月份只能从某个月的 1 日起，2026-06-03 不是 1 日", "请填写原因", "请填写依据，例如文件名称和编号");
        assertThat(errors(pages.post(
                        path(id, "/change"),
                        managed.ofOffice(),
                        change(id, "from", "2026-06", "reason", "实测", "document", "报告"))))
                .singleElement()
                .asString()
                .contains("没有改动");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsToldAndSavedOnTopKnowingly() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        Map<String, String> mine =
                change(id, "from", "2026-06", "facts.floorArea", "90.12", "reason", "实测", "document", "报告");
        pages.post(
                path(id, "/change"),
                managed.ofCompany(),
                change(id, "from", "2026-03", "facts.floorArea", "88", "reason", "更正", "document", "登记簿"));

        MvcTestResult stale = pages.post(path(id, "/change"), managed.ofOffice(), mine);

        assertThat(stale).hasStatus(409);
        Document page = Pages.parse(stale);
        assertThat(page.select(".notice").text()).contains("没有保存", "已有人修改");
        assertThat(page.select("#facts\\.floorArea").val()).isEqualTo("90.12");
        assertThat(page.select("table tbody tr").first().text()).startsWith("2026-03 88.00");
        Map<String, String> again =
                with(mine, "version", page.select("input[name=version]").val());
        assertThat(pages.post(path(id, "/change"), managed.ofOffice(), again)).hasStatus(303);
        assertThat(get(id).versions()).hasSize(3);
    }

    @Test
    void aPayerFollowsFromADayOn() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "version",
                Integer.toString(get(id).version()),
                "from",
                "2026-07-15",
                "payer.kind",
                "OWNER",
                "payer.name",
                "李红梅",
                "payer.mobile",
                "13900005678",
                "document",
                "产权证 7 号"));

        assertThat(pages.open(path(id, "/payer"), managed.ofOffice())
                        .select(".inset")
                        .text())
                .contains("余额随房屋");
        assertThat(errors(pages.post(path(id, "/payer"), managed.ofOffice(), with(form, "from", "", "document", ""))))
                .containsExactly("请填写起始日期", "请填写依据，例如文件名称和编号");
        assertThat(pages.post(path(id, "/payer"), managed.ofOffice(), form)).hasStatus(303);

        assertThat(get(id).payerOn(LocalDate.of(2026, 7, 15))
                        .orElseThrow()
                        .payer()
                        .name())
                .isEqualTo("李红梅");
        assertThat(pages.post(path(id, "/payer"), managed.ofOffice(), with(form, "payer.name", "赵一鸣")))
                .hasStatus(409);
        assertThat(pages.open(list, world.clerk())
                        .select("td[data-label=缴款义务人]")
                        .text())
                .isEqualTo("李红梅业主　139****5678");
    }

    @Test
    void aPayerFromADayFarAheadIsAMistypedYear() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        String version = Integer.toString(get(id).version());

        MvcTestResult refused = pages.post(
                path(id, "/payer"),
                managed.ofOffice(),
                Map.of(
                        "version", version,
                        "from", "2062-07-15",
                        "payer.kind", "OWNER",
                        "payer.name", "李红梅",
                        "document", "产权证 7 号"));

        assertThat(errors(refused)).containsExactly("起始日期：2062-07-15 晚于今天 12 个月以上，请核对年份");
        assertThat(Pages.parse(refused).select("#from").val()).isEqualTo("2062-07-15");
    }

    @Test
    void whoPaysForAnUnsoldUnitIsAsked() {
        UnitId id = registered(AUnit.at("1 栋", "101").unsold().paidBy(AUnit.developer("云州建设公司")));
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "version",
                Integer.toString(get(id).version()),
                "from",
                "2026-07-15",
                "payer.kind",
                "OWNER",
                "payer.name",
                "李红梅",
                "document",
                "产权证 7 号"));

        MvcTestResult asked = pages.post(path(id, "/payer"), managed.ofOffice(), form);

        assertThat(errors(asked)).containsExactly("请核对上面的提示，无误时勾选“已核对，无误”再保存");
        assertThat(Pages.parse(asked).select("main form li").text()).contains("未售的房屋一般由建设单位缴款");
    }

    @Test
    void aWrongDoorIsPutRight() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        String taken = get(registered(AUnit.at("2 栋", "201"))).number();
        Document page = pages.open(path(id, "/place"), managed.ofOffice());
        assertThat(page.select("#place\\.building option[selected]").text()).isEqualTo("1 栋");
        assertThat(page.select("#place\\.door").val()).isEqualTo("101");
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "version",
                page.select("input[name=version]").val(),
                "place.building",
                "2 栋",
                "place.door",
                "201",
                "reason",
                "录入时写错"));

        assertThat(errors(pages.post(path(id, "/place"), managed.ofOffice(), form)))
                .containsExactly("房号：2 栋 201 已登记，户号 " + taken);
        assertThat(pages.post(path(id, "/place"), managed.ofOffice(), with(form, "place.door", "202")))
                .hasStatus(303);

        assertThat(get(id).place().shown()).isEqualTo("2 栋 202");
        assertThat(pages.post(path(id, "/place"), managed.ofOffice(), with(form, "place.door", "203")))
                .hasStatus(409);
    }
}
