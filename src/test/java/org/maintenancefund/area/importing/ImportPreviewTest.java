package org.maintenancefund.area.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a preview shows is what is done: no more, and nothing of the list unseen. */
@IntegrationTest
class ImportPreviewTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    ImportRuns imports;

    @Autowired
    Jobs jobs;

    @Test
    void showsNewRowsAndEachChangeBeforeAndAfterAndTheColumnsNobodyKnows() {
        AreaView known = areas.get(entered("旧苑"));
        UUID run = AnImport.in(world.district())
                .row("新苑")
                .row(known.code(), "旧苑改名", "老厂", "", "866")
                .uploadedWith(mvc);
        jobs.run();

        Document changed = page(run, "?kind=CHANGED");
        assertThat(changed.select("tbody").text())
                .contains("旧苑改名", known.code(), "第 3 行")
                .contains("名称：旧苑 → 旧苑改名", "户数：864 → 866", "总建筑面积（㎡）：86420.5 → 1000.5", "增加曾用名：老厂")
                .doesNotContain("宗地号", "物业类型");
        assertThat(page(run, "?kind=NEW").select("tbody").text()).contains("新苑", "户数 120", "幢数 3");
        assertThat(changed.text()).contains("这些列没有使用 备注栏");
        assertThat(changed.select(".tabs").text()).contains("新增（1）", "变更（1）");
        assertThat(changed.select("a[href=/areas/import/" + run + "/changes]").text())
                .isEqualTo("下载变更清单");
        assertThat(pages.get("/areas/import/" + run + "/changes", world.municipal()))
                .hasStatusOk()
                .satisfies(sheet ->
                        assertThat(sheet.getResponse().getContentAsByteArray()).startsWith('P', 'K'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?kind=NEW", "?kind=", "?kind[]=1"})
    void anAddressWithoutAPlaceShowsTheBeginning(String query) {
        UUID run = AnImport.in(world.district()).row("起点苑").uploadedWith(mvc);
        jobs.run();

        assertThat(page(run, query).text()).contains("等待确认", "起点苑").doesNotContain("无法识别的条件");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?kind=new", "?kind=X", "?after=xx", "?before=OTk5OTk5OTk5OTk5", "?kind=NEW&after=eHg"})
    void whatAnAddressAsksForAndNobodyCanReadIsSaidAndShowsNoRows(String query) {
        UUID run = AnImport.in(world.district()).row("起点苑").uploadedWith(mvc);
        jobs.run();

        Document page = page(run, query);
        assertThat(page.text()).contains("等待确认", "无法识别的条件").doesNotContain("起点苑");
        Document without = pages.open(page.select(".chips a").attr("href"), AnImport.MUNICIPAL);
        assertThat(without.text()).contains("起点苑").doesNotContain("无法识别的条件");
    }

    @Test
    void theRowsCanBeLookedAtWhileTheyAreImported() {
        UUID run = AnImport.in(world.district())
                .row("同时苑")
                .row("", "坏苑", "村", "", "")
                .uploadedWith(mvc);
        jobs.run();
        imports.confirm(run);
        assertThat(page(run, "?kind=NEW").text()).contains("等待导入", "同时苑");

        imports.beginApplying(run);

        assertThat(page(run, "?kind=NEW").text())
                .contains("正在导入", "同时苑", "新增（1）")
                .doesNotContain("确认导入");
    }

    static Stream<String> filenames() {
        return Stream.of(
                "",
                "\u200B\u2060",
                "C:\\fakepath\\",
                "名".repeat(250) + ".xlsx",
                "𠮷".repeat(210),
                "\u202Exslx.exe\u0007.xlsx");
    }

    @ParameterizedTest
    @MethodSource("filenames")
    void aFileIsTakenWhateverItIsCalledAndCalledSomethingThatCanBeSeen(String filename) {
        UUID run = AnImport.in(world.district()).row("命名苑").uploadedWith(mvc, filename);

        assertThat(imports.get(run).filename()).isNotBlank().doesNotContain("\u202E", "\u0007", "\u200B", "\\");
        assertThat(page(run, "").select("h2").first().text())
                .contains(imports.get(run).filename());
    }

    @Test
    void manyRowsAreShownAPageAtATime() {
        AnImport many = AnImport.in(world.district());
        IntStream.rangeClosed(1, 45).forEach(i -> many.row("翻页苑" + i));
        UUID run = many.uploadedWith(mvc);
        jobs.run();

        Document first = page(run, "?kind=NEW");
        assertThat(first.select("tbody tr")).hasSize(20);
        Document second = pages.open(first.select("a[rel=next]").attr("href"), AnImport.MUNICIPAL);
        assertThat(second.select("tbody tr").first().text()).contains("翻页苑21");
        Document third = pages.open(second.select("a[rel=next]").attr("href"), AnImport.MUNICIPAL);
        assertThat(third.select("tbody tr")).hasSize(5);
        assertThat(third.select("a[rel=next]")).isEmpty();
        Document back = pages.open(third.select("a[rel=prev]").attr("href"), AnImport.MUNICIPAL);
        assertThat(back.select("tbody tr").first().text()).contains("翻页苑21");
    }

    @Test
    void aRowFoundByItsNameOnlyIsAskedAboutAndSkippedWhereThatIsTheAnswer() {
        AreaId known = entered("同名苑");
        UUID run = AnImport.in(world.district())
                .row("", "同名苑", "", "", "999")
                .row("陪同苑")
                .uploadedWith(mvc);
        jobs.run();
        assertThat(page(run, "").text()).contains("有 1 行没有填编号，只按街道和名称对上", "户数：864 → 999");

        assertThat(pages.post("/areas/import/" + run + "/confirm", AnImport.MUNICIPAL, Map.of()))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("请选择是否更新只按名称对上的行");
        assertThat(pages.post("/areas/import/" + run + "/confirm", AnImport.MUNICIPAL, Map.of("checked", "MAYBE")))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
        confirm(run, "SKIP");

        assertThat(areas.get(known).households()).isEqualTo(864);
        assertThat(named("陪同苑")).hasSize(1);
        assertThat(named("同名苑")).hasSize(1);
        assertThat(page(run, "").text()).contains("已完成", "已导入 1 行", "仅名称对上 1 行，已跳过");
    }

    @Test
    void aRowFoundByItsNameOnlyIsUpdatedWhereThatIsTheAnswer() {
        AreaId known = entered("同名庭");
        UUID run = AnImport.in(world.district()).row("", "同名庭", "", "", "999").uploadedWith(mvc);
        jobs.run();

        confirm(run, "APPLY");

        assertThat(areas.get(known).households()).isEqualTo(999);
        assertThat(page(run, "").text()).contains("已导入 1 行");
        assertThat(page(run, "?kind=DOUBTFUL").select("tbody a").attr("href")).isEqualTo("/areas/" + known);
    }

    @Test
    void whatOthersDidAfterThePreviewIsNotOverwritten() {
        AreaId changed = entered("变动苑");
        AreaId renamed = entered("改名苑");
        UUID run = AnImport.in(world.district())
                .row(areas.get(changed).code(), "变动苑", "", "", "999")
                .row("", "改名苑", "", "", "999")
                .row("登记苑")
                .row("安静苑")
                .uploadedWith(mvc);
        jobs.run();
        rename(changed, "变动新苑");
        rename(renamed, "改名新苑");
        entered("登记苑");

        confirm(run, "APPLY");

        assertThat(areas.get(changed).name()).isEqualTo("变动新苑");
        assertThat(areas.get(changed).households()).isEqualTo(864);
        assertThat(areas.get(renamed).households()).isEqualTo(864);
        assertThat(named("登记苑"))
                .hasSize(1)
                .allSatisfy(area -> assertThat(area.households()).isEqualTo(864));
        assertThat(named("安静苑")).hasSize(1);
        ImportView done = imports.get(run);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.appliedRows()).isEqualTo(1);
        assertThat(done.faultyRows()).isEqualTo(3);
        assertThat(page(run, "?kind=FAULTY").text()).contains("预览之后，已登记的内容有变动");
    }

    @Test
    void theSameRowOnceMoreChangesNothingAlsoWhereItsFormerNamesSayTheNameItself() {
        AnImport sheet = AnImport.in(world.district()).row("", "重复苑", "重复苑、ＡＢ苑", "", "120");
        confirm(readOf(sheet), null);

        ImportView again = imports.get(readOf(AnImport.in(world.district()).row("", "重复苑", "重复苑、AB苑", "", "120")));

        assertThat(again.sameRows()).isEqualTo(1);
    }

    static Stream<Named<String[]>> rowsThatCannotBeStored() {
        return Stream.of(
                row("a former name of one character", "坏苑一", "村", ""),
                row("house numbers for former names", "坏苑二", "望湖路5、7、9号", ""),
                row("a hundred and one former names", "坏苑三", names(101, i -> "曾用" + i), ""),
                row("former names that fold to something long", "坏苑四", names(100, i -> "㍿".repeat(58) + i), ""),
                row("a name that nobody sees", "\uFE0F\uFE0F", "", ""),
                row("a former name that nobody sees", "坏苑六", "\uFE0E\uFE0E\uFE0E", ""),
                row("a parcel that is too long", "坏苑八", "", "Z".repeat(41)));
    }

    @ParameterizedTest
    @MethodSource("rowsThatCannotBeStored")
    void aRowThatCannotBeStoredIsAFaultOfItsOwn(String[] bad) {
        UUID run = readOf(AnImport.in(world.district())
                .row("先行苑")
                .row("", bad[0], bad[1], bad[2], "120")
                .row("后行苑"));

        confirm(run, null);

        ImportView done = imports.get(run);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.appliedRows()).isEqualTo(2);
        assertThat(done.faultyRows()).isEqualTo(1);
        assertThat(named("先行苑")).hasSize(1);
        assertThat(named("后行苑")).hasSize(1);
        assertThat(page(run, "?kind=FAULTY").select("tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("第 3 行").doesNotContain("Exception", "constraint"));
    }

    @Test
    void anAreaThatHasAHundredFormerNamesTakesNoMore() {
        AreaId known = register.enter(
                AnArea.named("满名苑").in(world.district().streets().get(0).id()).command());
        UUID full = readOf(AnImport.in(world.district())
                .row(areas.get(known).code(), "满名苑", names(100, i -> "满名" + i), "", "120"));
        confirm(full, null);
        assertThat(areas.get(known).aliases()).hasSize(100);

        UUID more = readOf(AnImport.in(world.district()).row(areas.get(known).code(), "满名新苑", "", "", "120"));

        assertThat(imports.get(more).faultyRows()).isEqualTo(1);
        assertThat(page(more, "").text()).contains("曾用名最多 100 个");
    }

    private static Named<String[]> row(String why, String name, String aliases, String parcels) {
        return Named.of(why, new String[] {name, aliases, parcels});
    }

    private static String names(int number, java.util.function.IntFunction<String> name) {
        return IntStream.range(0, number).mapToObj(name).collect(Collectors.joining("、"));
    }

    private UUID readOf(AnImport sheet) {
        UUID run = sheet.uploadedWith(mvc);
        jobs.run();
        return run;
    }

    private void confirm(UUID run, String byName) {
        pages.post(
                "/areas/import/" + run + "/confirm",
                AnImport.MUNICIPAL,
                byName == null ? Map.of() : Map.of("checked", byName));
        jobs.run();
    }

    private void rename(AreaId area, String name) {
        register.rename(area, areas.get(area).version(), name, "测试", AnImport.MUNICIPAL);
    }

    private AreaId entered(String name) {
        return world.enter(AnArea.named(name));
    }

    private java.util.List<AreaView> named(String name) {
        return areas.search(AreaSearch.of(name).in(world.district().id())).items();
    }

    private Document page(UUID run, String query) {
        return pages.open("/areas/import/" + run + query, AnImport.MUNICIPAL);
    }
}
