package org.maintenancefund.area;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.web.TextPart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class AreaSearchTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AreaFinder finder;

    @Autowired
    EntityManager entities;

    @Test
    void aBatchGoesOnWhereTheOneBeforeEnded() {
        for (int i = 0; i < Batches.SIZE + 20; i++) {
            enter("长表" + i + "号院");
            // What is in memory is looked through at each step.
            entities.flush();
            entities.clear();
        }
        List<String> exported = new ArrayList<>();
        new Batches<>(finder.list(AreaSearch.of("号院").in(world.district().id())))
                .forEachRemaining(area -> exported.add(area.name()));
        assertThat(exported).hasSize(Batches.SIZE + 20).doesNotHaveDuplicates();
    }

    @Test
    void anyPartOfNameFormerNameAddressOrNumberFinds() {
        world.enter(AnArea.named("和谐花园一期").formerly("红星小区").at("翠屏路 88 号"));
        enter("春江里");
        String letters = world.district().code();

        assertThat(names("和谐花园一期")).containsExactly("和谐花园一期");
        assertThat(names("谐花")).containsExactly("和谐花园一期");
        assertThat(names("园")).containsExactly("和谐花园一期");
        assertThat(names("花园一")).containsExactly("和谐花园一期");
        assertThat(names("红星")).containsExactly("和谐花园一期");
        assertThat(names("翠屏路88号")).containsExactly("和谐花园一期");
        assertThat(names("8")).containsExactly("和谐花园一期");
        assertThat(names(letters + "-00001")).containsExactly("和谐花园一期");
        assertThat(names(letters.toLowerCase() + "00001")).containsExactly("和谐花园一期");
        assertThat(names("00002")).containsExactly("春江里");
        assertThat(names("和园")).isEmpty();
        assertThat(names("花和")).isEmpty();
    }

    @Test
    void widthCaseAndSpacesDoNotMatter() {
        enter("和谐花园A区");
        enter("ＳＯＨＯ 星河");
        enter("𠮷祥里");

        assertThat(names("和 谐　花园ａ区")).containsExactly("和谐花园A区");
        assertThat(names("soho星")).containsExactly("ＳＯＨＯ 星河");
        assertThat(names("𠮷")).containsExactly("𠮷祥里");
        assertThat(names("𠮷祥")).containsExactly("𠮷祥里");
    }

    @Test
    void exactHitsComeFirstThenPrefixesThenTheRestEachInNameOrder() {
        enter("西陵和谐");
        enter("和谐家园");
        enter("东岸和谐");
        enter("和谐");
        world.enter(AnArea.named("翠湖里").formerly("和谐"));
        world.enter(AnArea.named("宝山里").formerly("和谐旧村"));
        enter("和谐花园");

        assertThat(names("和谐")).containsExactly("翠湖里", "和谐", "和谐花园", "和谐家园", "宝山里", "东岸和谐", "西陵和谐");
        assertThat(finder.list(search("和谐")).count().value()).isEqualTo(7);
    }

    @Test
    void theEndOfOnePartAndTheBeginningOfTheNextAreNoHit() {
        world.enter(AnArea.named("和谐花园").formerly("红星里").at("翠屏路"));

        assertThat(names("园红")).isEmpty();
        assertThat(names("里翠")).isEmpty();
        assertThat(names("花园红星")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "和%园", "和_花园", "\\", "'", "{}", "\"", "%%", "*", "?"})
    void signsOfThePatternLanguageMeanThemselves(String text) {
        enter("和谐花园");
        assertThat(names(text)).isEmpty();
        assertThat(finder.list(search(text)).count().value()).isZero();

        enter("甲" + text + "乙");
        assertThat(names(text)).containsExactly("甲" + text + "乙");
    }

    @Test
    void whatPostgreSqlCantStoreFindsNothingElse() {
        enter("和谐花园");

        assertThat(names("和谐\u0000花园")).containsExactly("和谐花园");
        assertThat(names("\ud842")).hasSizeLessThanOrEqualTo(1);
        assertThat(names("园".repeat(10_000))).isEmpty();
        assertThat(finder.list(search("园".repeat(10_000))).count().value()).isZero();
    }

    @Test
    void districtAndStreetNarrowTheSearch() {
        DistrictCentre other = world.otherDistrict();
        enter("和谐花园");
        world.enter(AnArea.named("和谐家园").in(world.district().streets().get(1).id()));
        world.enter(AnArea.named("和谐名园").in(other.streets().get(0).id()));

        assertThat(names("和谐")).containsExactly("和谐花园", "和谐家园");
        assertThat(names(
                        AreaSearch.of("和谐").in(world.district().streets().get(0).id())))
                .containsExactly("和谐花园");
        assertThat(names(AreaSearch.of("和谐").in(other.id()))).containsExactly("和谐名园");
        assertThat(names(AreaSearch.of("和谐"))).contains("和谐名园", "和谐家园", "和谐花园");
        assertThat(names(AreaSearch.of("  ").in(world.district().id()))).containsExactly("和谐花园", "和谐家园");
    }

    @Test
    void mergedAreasShowOnlyWhenAskedFor() {
        AreaId kept = enter("和谐花园");
        AreaId merged = enter("和谐花园二期");
        jdbc.sql("UPDATE area SET state = 'MERGED', merged_into = ? WHERE id = ?")
                .param(kept.value())
                .param(merged.value())
                .update();

        assertThat(names("和谐")).containsExactly("和谐花园");
        assertThat(finder.list(search("和谐")).count().value()).isEqualTo(1);
        assertThat(names(search("和谐").includingMerged())).containsExactly("和谐花园", "和谐花园二期");
        assertThat(areas.get(merged).mergedInto()).isNotNull();
    }

    @Test
    void pagesForwardAndBackwardShowEveryHitOnceOverAllRanks() {
        enter("园林");
        for (int i = 0; i < 24; i++) {
            enter("园林%02d".formatted(i));
            enter("甲园林%02d".formatted(i));
        }
        List<String> forward = new ArrayList<>();
        List<Slice<AreaView>> pages = new ArrayList<>();
        AreaSearch search = search("园林");
        pages.add(areas.search(search));
        while (pages.get(pages.size() - 1).next() != null) {
            pages.add(areas.search(search.page(pages.get(pages.size() - 1).next(), null)));
        }
        pages.forEach(page -> page.items().forEach(area -> forward.add(area.name())));

        assertThat(forward)
                .hasSize(49)
                .doesNotHaveDuplicates()
                .startsWith("园林", "园林00")
                .endsWith("甲园林23");
        assertThat(pages).hasSize(3);
        Slice<AreaView> back = areas.search(search.page(null, pages.get(2).previous()));
        assertThat(back.items()).isEqualTo(pages.get(1).items());
        Slice<AreaView> first = areas.search(search.page(null, back.previous()));
        assertThat(first.items()).isEqualTo(pages.get(0).items());
        assertThat(first.previous()).isNull();
        assertThat(first.next()).isNotNull();
    }

    @Test
    void areasOfTheSameNameDoNotGetLostBetweenPages() {
        for (int i = 0; i < 45; i++) {
            enter("和谐花园");
        }
        AreaSearch search = search("和谐花园");
        Slice<AreaView> first = areas.search(search);
        Slice<AreaView> second = areas.search(search.page(first.next(), null));
        Slice<AreaView> third = areas.search(search.page(second.next(), null));

        List<String> codes = new ArrayList<>();
        List.of(first, second, third).forEach(page -> page.items().forEach(area -> codes.add(area.code())));
        assertThat(codes).hasSize(45).doesNotHaveDuplicates();
        assertThat(third.next()).isNull();
    }

    @Test
    void aCursorThatWasTamperedWithFindsNothing() {
        enter("和谐花园");

        for (String cursor : new String[] {
            "x",
            "§",
            Cursor.write("NOWHERE", "和", AreaId.next()),
            Cursor.write("EXACT", "和", "no-id"),
            Cursor.write("ALL", "", "")
        }) {
            assertThat(names(search("和谐").page(cursor, null))).isEmpty();
            assertThat(names(search("和谐").page(null, cursor))).isEmpty();
        }
    }

    @Test
    void choicesSayWhatIsBlockedAndWhy() {
        AreaId free = enter("和谐花园一期");
        AreaId taken = enter("和谐花园二期");

        AreaChoices choices = AreaChoices.of(search("和谐"), areas, found -> {
            assertThat(found).hasSize(2);
            return Map.of(
                    taken,
                    new AreaObstacle(
                            "已有业委会，不能重复注册",
                            "请登录",
                            List.of(),
                            "区中心",
                            world.district().phone()));
        });

        assertThat(choices.total()).isEqualTo("找到 2 个物业区域");
        assertThat(choices.page().items())
                .extracting(choice -> choice.area().id())
                .containsExactly(free, taken);
        assertThat(choices.page().items())
                .extracting(AreaChoices.Card::isBlocked)
                .containsExactly(false, true);
        assertThat(choices.page().items().get(0).nameParts())
                .containsExactly(new TextPart("和谐", true), new TextPart("花园一期", false));
        assertThat(AreaChoices.of(search(" "), areas, found -> Map.of()).isSearched())
                .isFalse();
    }

    /** On each of their pages, and nobody counts them for it. */
    @Test
    void moreThanAPageOfChoicesAreToldAsManyAndNotCounted() {
        for (int i = 1; i <= 21; i++) {
            enter("众多" + i + "号院");
        }

        AreaChoices first = AreaChoices.of(search("众多"), areas, found -> Map.of());
        AreaChoices second = AreaChoices.of(search("众多").page(first.page().next(), null), areas, found -> Map.of());

        assertThat(first.page().items()).hasSize(20);
        assertThat(second.page().items()).hasSize(1);
        assertThat(List.of(first.total(), second.total())).containsOnly("找到 20 个以上的物业区域，多写几个字可以少一些");
        assertThat(second.near()).isEmpty();
        assertThat(Statements.of(() -> areas.search(search("众多"))))
                .hasSameSizeAs(Statements.of(() -> AreaChoices.of(search("众多"), areas, found -> Map.of())));
    }

    private AreaId enter(String name) {
        return world.enter(AnArea.named(name));
    }

    private AreaSearch search(String text) {
        return AreaSearch.of(text).in(world.district().id());
    }

    private List<String> names(String text) {
        return names(search(text));
    }

    private List<String> names(AreaSearch search) {
        return areas.search(search).items().stream().map(AreaView::name).toList();
    }
}
