package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.kernel.Messages;

class NoticeActionTests {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, REVISE ADD_FILE REMOVE_FILE PUBLISH DELETE",
        "UPCOMING, REVISE ADD_FILE REMOVE_FILE TAKE_DOWN PIN UNPIN",
        "SHOWN, REVISE ADD_FILE REMOVE_FILE TAKE_DOWN PIN UNPIN",
        "ENDED, REVISE ADD_FILE REMOVE_FILE TAKE_DOWN UNPIN",
        "TAKEN_DOWN, REVISE ADD_FILE REMOVE_FILE PUBLISH",
    })
    void whatCanBeDoneDependsOnWhereItStands(NoticeStatus status, String actions) {
        List<String> possible = Arrays.stream(NoticeAction.values())
                .filter(action -> action.isPossibleIn(status))
                .map(Enum::name)
                .toList();

        assertThat(possible).containsExactly(actions.split(" "));
    }

    @Test
    void onlyWritingBeginsOne() {
        assertThat(NoticeAction.values())
                .filteredOn(action -> action.isPossibleIn(null))
                .containsExactly(NoticeAction.WRITE);
    }

    @Test
    void whyNotIsSaid() {
        assertThat(Messages.of(
                        NoticeAction.PUBLISH.refusalIn(NoticeStatus.SHOWN).orElseThrow()))
                .isEqualTo("没有办理：这条公告现在是“已发布”，不能发布");
        assertThat(NoticeAction.PUBLISH.refusalIn(NoticeStatus.DRAFT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theTrailHasAWordForEach(NoticeAction action) {
        assertThat(Messages.find("audit.action.NOTICE_" + action.name())).isNotBlank();
    }
}
