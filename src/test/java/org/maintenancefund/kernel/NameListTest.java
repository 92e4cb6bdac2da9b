package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameListTest {

    @Test
    void whatIsNamedWholeSaysNothingMore() {
        assertThat(NameList.of(List.of(), 3)).isEmpty();
        assertThat(NameList.of(List.of("甲", "乙", "丙"), 3)).isEqualTo("甲、乙、丙");
    }

    @Test
    void whatIsCutSaysSo() {
        assertThat(NameList.of(List.of("甲", "乙", "丙"), 2)).isEqualTo("甲、乙 等，这里只列出 2 个");
    }
}
