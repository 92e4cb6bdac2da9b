package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maintenancefund.kernel.paging.Cursor;

class ChipsTest {

    @Test
    void followingAChipDropsItsFilterAndKeepsTheOthers() {
        List<Chip> chips = Chips.of("/areas")
                .parameter("q", "花园")
                .parameter("type", "HOUSING")
                .parameter("merged", " ")
                .containing("q", "花园")
                .chosen("type", Optional.of("住宅"), label -> label)
                .when("merged", false, "包括已合并的")
                .list();

        assertThat(chips)
                .containsExactly(
                        new Chip("包含“花园”", "/areas?type=HOUSING"), new Chip("住宅", "/areas?q=%E8%8A%B1%E5%9B%AD"));
    }

    @Test
    void aFilterWithinAnotherGoesWithIt() {
        List<Chip> chips = Chips.of("/areas")
                .parameter("district", "1")
                .parameter("street", "2", "district")
                .when("district", true, "东湖区")
                .when("street", true, "翠屏街道")
                .list();

        assertThat(chips).extracting(Chip::href).containsExactly("/areas", "/areas?district=1");
    }

    @Test
    void aValueThatNoChipTellsWasNotRead() {
        List<Chip> chips = Chips.of("/areas")
                .parameter("q", "花园")
                .parameter("type", "XXX")
                .parameter("from", "\u200b")
                .containing("q", "花园")
                .chosen("type", Optional.empty(), String::valueOf)
                .list();

        assertThat(chips).extracting(Chip::label).containsExactly("包含“花园”", "无法识别的条件：XXX");
        assertThat(chips.get(1).href()).isEqualTo("/areas?q=%E8%8A%B1%E5%9B%AD");
        assertThat(Chips.readable(chips)).isFalse();
        assertThat(Chips.readable(chips.subList(0, 1))).isTrue();
    }

    @Test
    void aPageThatCantBeFoundIsToldToo() {
        assertThat(Chips.of("/areas").from(Cursor.read("x", null, 2)).list())
                .containsExactly(new Chip("无法识别的条件：页码", "/areas", false));
        assertThat(Chips.of("/areas")
                        .from(Cursor.read(Cursor.write("a", "b"), null, 2))
                        .list())
                .isEmpty();
    }

    @Test
    void whatWasTypedStaysOneValue() {
        Chips chips = Chips.of("/areas").parameter("q", "A&type=X {1} +#%");

        assertThat(chips.href()).isEqualTo("/areas?q=A%26type%3DX%20%7B1%7D%20%2B%23%25");
    }
}
