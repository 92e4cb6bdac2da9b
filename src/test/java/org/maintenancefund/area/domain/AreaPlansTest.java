package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreaWithSimilar;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.kernel.search.NearSql;
import org.maintenancefund.kernel.search.SearchBand;
import org.maintenancefund.kernel.search.SearchSql;
import org.maintenancefund.kernel.search.SearchSql.SearchPlace;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With many rows every question is answered from an index. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreaPlansTest {

    @Autowired
    World world;

    private static final int AREAS = 20_000;

    @Autowired
    PropertyAreas areas;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient jdbc;

    private DistrictCentre centre;

    /** Once, since it takes long; they leave again, so that nobody else's tests find them. */
    @BeforeAll
    void manyAreas() {
        centre = world.district(world.freeLetters(), "计划测试区", "甲街道", "乙街道", "丙街道", "丁街道");
        GeneratedAreas.copyInto(template, centre, AREAS);
        // As many former names: a table of a few is read whole, and rightly so.
        template.update(
                "INSERT INTO area_alias (area_id, position, name, name_key)"
                        + " SELECT id, 0, '旧' || left(name, 59), '旧' || name_key FROM area WHERE district_id = ?",
                centre.id().value());
        template.execute("ANALYZE area_alias");
    }

    @AfterAll
    void none() {
        template.update(
                "DELETE FROM area_alias l USING area a WHERE l.area_id = a.id AND a.district_id = ?",
                centre.id().value());
        template.update("DELETE FROM area WHERE district_id = ?", centre.id().value());
        template.execute("VACUUM ANALYZE area, area_alias");
    }

    @Test
    void noSearchReadsTheWholeTable() {
        for (String text :
                List.of("翠", "花", "凤凰", "花园", "凤凰国", "和谐世纪花园", centre.code() + "-00777", "翠屏路88号", "无此小区", "")) {
            for (AreaSearch search :
                    List.of(AreaSearch.of(text), AreaSearch.of(text).in(centre.id()))) {
                for (SearchBand band : SearchBand.values()) {
                    if (band != SearchBand.FURTHER && text.isEmpty() == (band == SearchBand.ALL)) {
                        assertThat(plan(search, band)).as(text + " " + band).doesNotContain("Seq Scan on area ");
                    }
                }
            }
        }
    }

    @Test
    void aSearchAmongManyNamesFindsEachHitOnceDownwardsAndUpwards() {
        for (String text : List.of(GeneratedAreas.RARE, "凤凰国际花园", "朱", "路88号", "旧和谐花园", "湖花园", "湖花园一期", "无此小区")) {
            AreaSearch search = AreaSearch.of(text).in(centre.id());
            List<String> hits = jdbc.sql("SELECT a.code FROM area a LEFT JOIN area_alias l ON l.area_id = a.id"
                            + " WHERE a.district_id = :district AND (strpos(a.search_key, :written) > 0 OR l.name_key = :text)"
                            + " ORDER BY a.name_key = :text OR l.name_key = :text DESC, starts_with(a.name_key, :text) DESC,"
                            + " a.sort_key, a.id")
                    .param("district", centre.id().value())
                    .param("text", text)
                    .param("written", NameWriting.of(text))
                    .query(String.class)
                    .list();
            List<String> down = new ArrayList<>();
            Slice<AreaView> page = areas.search(search);
            down.addAll(codes(page));
            while (page.next() != null) {
                page = areas.search(search.page(page.next(), null));
                down.addAll(codes(page));
            }
            List<String> up = new ArrayList<>(codes(page));
            while (page.previous() != null) {
                page = areas.search(search.page(null, page.previous()));
                up.addAll(0, codes(page));
            }

            assertThat(down).as(text).isEqualTo(hits);
            assertThat(up).as(text + " upwards").isEqualTo(hits);
        }
    }

    private static List<String> codes(Slice<AreaView> page) {
        return page.items().stream().map(AreaView::code).toList();
    }

    @Test
    void aRareWordIsFoundByItsGrams() {
        assertThat(plan(AreaSearch.of("凤凰国"), SearchBand.WITHIN)).contains("ix_area_grams");
        assertThat(plan(AreaSearch.of("8号").in(centre.id()), SearchBand.EXACT)).contains("ix_area_alias_name");
        assertThat(plan(AreaSearch.of("凤凰"), SearchBand.PREFIX)).contains("ix_area_order");
    }

    @Test
    void siblingsAndNearNamesAreFoundByTheirKeys() {
        AreaView area =
                areas.search(AreaSearch.of("和谐花园").in(centre.id())).items().get(0);

        Map<String, Object> mine = Map.of(
                "keys",
                NearNames.keysOf(area.name()).toArray(String[]::new),
                "bases",
                AreaKeys.basesOf(area.name(), area.aliases()).toArray(String[]::new),
                "district",
                area.district().value(),
                "street",
                area.street().value(),
                "self",
                area.id().value());

        assertThat(explain(AreaRelatives.TYPED + AreaRelatives.SIBLINGS, mine))
                .contains("ix_area_sibling_bases")
                .doesNotContain("Seq Scan on area ");
        assertThat(explain(AreaRelatives.TYPED + AreaRelatives.NEAR_NAMES, mine))
                .contains("ix_area_near_keys")
                .doesNotContain("Seq Scan on area ");
        assertThat(explain(AreaRelatives.WITH_ITSELF, Map.of("id", area.id().value())))
                .contains("ix_area_sibling_bases", "ix_area_near_keys")
                .doesNotContain("Seq Scan on area ");
        assertThat(explain(AreaSheets.RECORD, Map.of("area", area.id().value())))
                .contains("ix_area_sibling_bases")
                .doesNotContain("Seq Scan on area ");
        assertThat(areas.siblings(area)).isNotEmpty().hasSizeLessThanOrEqualTo(50);
        assertThat(areas.similar(area).nearNames()).hasSizeGreaterThan(10);
        assertThat(areas.standingWithSimilar(area.id()))
                .as("by what it is stored with, the same")
                .isEqualTo(new AreaWithSimilar(area, areas.similar(area)));
    }

    @Test
    void nearNamesOfWhatWasTypedAreFoundByTheirKeys() {
        for (String text : List.of("和谐化园", "hexiehuayuan", "hxhy", "二期 和谐", "翠屏路88号3栋", "和谐")) {
            for (AreaSearch search :
                    List.of(AreaSearch.of(text), AreaSearch.of(text).in(centre.id()))) {
                NearSql sql = new NearSql(
                        AreaFinder.TABLE, AreaFinder.query(search, new AreaPhrase(search.text(), null, null)));
                assertThat(explain(sql.candidates(), sql.parameters()))
                        .as(text)
                        .contains("ix_area_find_keys")
                        .doesNotContain("Seq Scan on area ");
            }
        }
    }

    private String plan(AreaSearch search, SearchBand band) {
        SearchSql sql = new SearchSql(
                AreaFinder.TABLE, AreaFinder.query(search, new AreaPhrase(search.text(), null, null)), false);
        return explain(sql.hits(band, SearchPlace.START, Slice.SIZE + 1), sql.parameters(SearchPlace.START));
    }

    private String explain(String sql, Map<String, Object> parameters) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }
}
