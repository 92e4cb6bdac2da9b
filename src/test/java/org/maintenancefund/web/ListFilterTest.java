package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maintenancefund.kernel.paging.Cursor;

/** What a filter of an address is read as, and the chip that tells it. */
class ListFilterTest {

    @Test
    void followingAChipDropsItsFilterAndKeepsTheOthers() {
        ListFilter filter = filter(Map.of("q", "花园", "type", "HOUSING", "merged", " "));

        assertThat(filter.text("q")).isEqualTo("花园");
        assertThat(filter.one("type", List.of("HOUSING"), type -> type, type -> "住宅"))
                .contains("HOUSING");
        assertThat(filter.ticked("merged", "包括已合并的")).isFalse();
        assertThat(filter.chips(Cursor.start()))
                .containsExactly(
                        new Chip("包含“花园”", "/areas?type=HOUSING"), new Chip("住宅", "/areas?q=%E8%8A%B1%E5%9B%AD"));
    }

    @Test
    void aFilterWithinAnotherGoesWithIt() {
        ListFilter filter = filter(Map.of("district", "1", "street", "2")).within("street", "district");
        filter.one("district", List.of("1"), id -> id, id -> "东湖区");
        filter.one("street", List.of("2"), id -> id, id -> "翠屏街道");

        assertThat(filter.chips(Cursor.start())).extracting(Chip::href).containsExactly("/areas", "/areas?district=1");
    }

    @Test
    void aValueThatNoChipTellsWasNotRead() {
        ListFilter filter = filter(Map.of("q", "花园", "type", "XXX", "merged", "\u200b"));
        filter.text("q");
        filter.ticked("merged", "包括已合并的");
        assertThat(filter.isReadable()).isTrue();

        assertThat(filter.one("type", List.of("HOUSING"), type -> type, type -> "住宅"))
                .isEmpty();
        List<Chip> chips = filter.chips(Cursor.start());
        assertThat(chips).extracting(Chip::label).containsExactly("包含“花园”", "无法识别的条件：XXX");
        assertThat(chips.get(1).href()).isEqualTo("/areas?q=%E8%8A%B1%E5%9B%AD");
        assertThat(filter.isReadable()).isFalse();
    }

    @Test
    void aPageThatCantBeFoundIsToldToo() {
        assertThat(filter(Map.of()).chips(Cursor.read("x", null, 2)))
                .containsExactly(new Chip("无法识别的条件：页码", "/areas", false));
        assertThat(filter(Map.of()).chips(Cursor.read(Cursor.write("a", "b"), null, 2)))
                .isEmpty();
    }

    @Test
    void whatWasTypedStaysOneValue() {
        ListFilter filter = filter(Map.of("q", "A&type=X {1} +#%"));
        filter.text("q");

        assertThat(filter.with("q", filter.shown("q"))).isEqualTo("/areas?q=A%26type%3DX%20%7B1%7D%20%2B%23%25");
    }

    @Test
    void aPeriodIsOneFilterAndItsEndGoesWithItsBegin() {
        ListFilter filter = filter(Map.of("from", "2026-06-01", "to", "2026/6/30", "q", "花园"));
        filter.text("q");
        filter.period("from", "to", "提交日期");

        assertThat(filter.chips(Cursor.start()))
                .extracting(Chip::label, Chip::href)
                .containsExactly(
                        tuple("包含“花园”", "/areas?from=2026-06-01&to=2026%2F6%2F30"),
                        tuple("提交日期 2026-06-01 至 2026-06-30", "/areas?q=%E8%8A%B1%E5%9B%AD"));
        ListFilter open = filter(Map.of("to", "2026-06-30"));
        open.period("from", "to", "提交日期");
        assertThat(open.chips(Cursor.start())).containsExactly(new Chip("提交日期 至 2026-06-30", "/areas"));
    }

    @Test
    void aTabGetsNoChipAndStaysWhereAllFiltersGo() {
        List<Option> tabs = List.of(Option.of("OPEN", "待处理"), Option.of("ALL", "全部"));
        ListFilter filter = filter(Map.of("tab", "ALL", "q", "花园"));

        assertThat(filter.tab("tab", tabs, "OPEN")).isEqualTo("ALL");
        filter.text("q");
        assertThat(filter.chips(Cursor.start())).containsExactly(new Chip("包含“花园”", "/areas?tab=ALL"));
        assertThat(filter.start()).isEqualTo("/areas?tab=ALL");
        assertThat(filter.words()).containsExactly("全部", "包含“花园”");
        assertThat(filter(Map.of()).tab("tab", tabs, "OPEN")).isEqualTo("OPEN");
        ListFilter unknown = filter(Map.of("tab", "XXX"));
        assertThat(unknown.tab("tab", tabs, "OPEN")).isEmpty();
        assertThat(unknown.isReadable()).isFalse();
    }

    private static ListFilter filter(Map<String, String> address) {
        return new ListFilter(
                "/areas",
                address.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, typed -> List.of(typed.getValue()))));
    }
}
