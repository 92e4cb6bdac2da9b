package org.maintenancefund.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;

/** Places as people write them. */
class PlaceTextTest {

    private static final Building FIRST = building("1 栋", 2);
    private static final Building ELEVENTH = building("11 栋", 1);
    private static final Building TOWER = building("A座", 1);
    private static final Building GARAGE = building("地下车库", 1);
    private static final List<Building> ALL = List.of(FIRST, ELEVENTH, TOWER, GARAGE);

    private static Building building(String name, int units) {
        return new Building(name, 18, units, 72, new BigDecimal("7200"));
    }

    private static Checked<UnitPlace> place(Building building, String entrance, String floor, String door) {
        Checked<String> read = PlaceText.door(door);
        return read.isOk()
                ? PlaceText.place(
                        building,
                        PlaceText.entrance(entrance).value(),
                        PlaceText.floor(floor).value().orElse(null),
                        read.value())
                : new Checked.Refused<>(read.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101", "1-101", "1栋101", "１栋 101", "1栋-101", "1号楼101", "1#101", "一栋101", "101室", "１０１", "1 - 101",
                "1—101号"
            })
    void aDoorIsOneHoweverItsBuildingIsWrittenInFront(String door) {
        assertThat(place(FIRST, "", "", door).value().shown()).isEqualTo("1 栋 101");
    }

    @ParameterizedTest
    @CsvSource({
        "1栋2单元101, 1 栋 2 单元 101",
        "1-2-101, 1 栋 2 单元 101",
        "二单元101, 1 栋 2 单元 101",
        "2单元-101, 1 栋 2 单元 101",
        "1栋2-101, 1 栋 2 单元 101",
    })
    void theEntranceIsReadFromTheDoorWhereItSaysSo(String door, String shown) {
        assertThat(place(FIRST, "", "", door).value().shown()).isEqualTo(shown);
        assertThat(place(FIRST, "2单元", "", door).value().shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"2-101, ''", "2栋101, ''", "B座101, ''", "2单元101, 1", "2-101, 1", "11-101, ''"})
    void aDoorThatNamesAnotherBuildingOrEntranceIsAsked(String door, String entrance) {
        assertThat(place(FIRST, entrance, "", door).reason().code())
                .isIn("unit.door.other-building", "unit.door.other-entrance");
    }

    @ParameterizedTest
    @CsvSource({
        "商-01, 商-01, 商01",
        "2001-1, 2001-1, 2001-1",
        "B1-023, B1-023, b1-023",
        "a101, A101, a101",
        "负101, 负101, 负101",
    })
    void whatBelongsToTheDoorStays(String typed, String shown, String key) {
        UnitPlace place = place(FIRST, "", "", typed).value();

        assertThat(place.door()).isEqualTo(shown);
        assertThat(place.key().door()).isEqualTo(key);
    }

    @Test
    void aDoorThatIsNumberedByItsFloorIsTakenWhole() {
        assertThat(place(FIRST, "", "12", "12-3").value().shown()).isEqualTo("1 栋 12-3");
        assertThat(place(FIRST, "", "1", "1-3").value().shown()).isEqualTo("1 栋 1-3");
        assertThat(place(FIRST, "", "1", "1-101").value().shown()).isEqualTo("1 栋 101");
    }

    @Test
    void aNumberIsNotTheBuildingInFrontOfADoor() {
        assertThat(place(building("1", 1), "", "", "101").value().door()).isEqualTo("101");
        assertThat(place(ELEVENTH, "", "", "1101").value().door()).isEqualTo("1101");
        assertThat(place(TOWER, "", "", "A-101").value().door()).isEqualTo("101");
    }

    @Test
    void theFirstEntranceIsTheOneThatNobodyWrites() {
        UnitPlace with = place(ELEVENTH, "1", "", "101").value();
        UnitPlace without = place(ELEVENTH, "", "", "101").value();

        assertThat(with.key()).isEqualTo(without.key());
        assertThat(place(FIRST, "1", "", "101").value().key())
                .as("whether the building has one entrance or two may change, and its doors stay the same")
                .isEqualTo(place(FIRST, "", "", "101").value().key());
        assertThat(place(FIRST, "2", "", "101").value().key())
                .isNotEqualTo(place(FIRST, "", "", "101").value().key());
        assertThat(place(ELEVENTH, "2", "", "101").value().entrance())
                .as("another one than the only one is kept, the community information may be wrong")
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1月1日",
                "2026-01-01",
                "2026/1/1",
                "2026年1月1日",
                "2001-02-03 00:00:00",
                "Jan-01",
                "1-Jan",
                "2026年1月",
                "１月１日"
            })
    void aDoorThatIsADateIsRefusedAndSaysWhy(String typed) {
        assertThat(Messages.of(PlaceText.door(typed).reason()))
                .contains(typed)
                .contains("是一个日期")
                .contains("Excel")
                .contains("文本");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　", "-", "\u200b"})
    void aDoorIsNeeded(String typed) {
        assertThat(PlaceText.door(typed).reason().code()).isEqualTo("unit.door.required");
    }

    @ParameterizedTest
    @CsvSource({
        "1 栋, 1 栋",
        "1栋, 1 栋",
        "１栋, 1 栋",
        "1, 1 栋",
        "1号楼, 1 栋",
        "一幢, 1 栋",
        "11, 11 栋",
        "a座, A座",
        "A, A座",
        "地下车库, 地下车库"
    })
    void aBuildingIsFoundByItsNameOrItsNumber(String typed, String name) {
        assertThat(PlaceText.building(typed, ALL).value().name()).isEqualTo(name);
    }

    @Test
    void anUnknownBuildingIsNamedBesideThoseThatThereAre() {
        assertThat(Messages.of(PlaceText.building("3栋", ALL).reason()))
                .isEqualTo("本小区没有“3栋”这栋楼。已登记的楼栋有：1 栋、11 栋、A座、地下车库");
        assertThat(PlaceText.building("1", List.of(FIRST, building("1#", 1))).isOk())
                .as("two may be meant")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3层, 3", "3F, 3", "-1, -1", "负1层, -1", "B1, -1", "１２, 12"})
    void aFloorIsReadBelowTheGroundToo(String typed, int floor) {
        assertThat(PlaceText.floor(typed).value()).contains(floor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三楼左", "-10", "201", "1.5"})
    void whatIsNoFloorIsRefused(String typed) {
        assertThat(PlaceText.floor(typed).isOk()).isFalse();
    }

    @Test
    void noFloorIsNone() {
        assertThat(PlaceText.floor(" ").value()).isEqualTo(Optional.empty());
    }

    @Test
    void aTextThatNamesABuildingIsLookedForThere() {
        assertThat(PlaceText.named("11-101", ALL).orElseThrow().shown()).isEqualTo("11 栋 101");
        assertThat(PlaceText.named("1栋 101", ALL).orElseThrow().shown()).isEqualTo("1 栋 101");
        assertThat(PlaceText.named("101室", ALL)).isEmpty();
        assertThat(PlaceText.named("王建国", ALL)).isEmpty();
    }
}
