package org.maintenancefund.committee.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.kernel.Messages;

/** Whether a committee is called as its area is, however that is written. */
class CommitteeNameTest {

    @ParameterizedTest(name = "{0} for {1}, once {2}")
    @CsvSource({
        "和谐花园业委会, 和谐花园,",
        "和谐花园业主委员会, 和谐花园,",
        "和谐花园业主委员会筹备组, 和谐花园,",
        "和谐花园小区业委会, 和谐花园,",
        "和谐业委会, 和谐小区,",
        "和谐苑1期业委会, 和谐苑一期,",
        "和谐苑（Ⅰ期）业委会, 和谐苑一期,",
        "招商观湖业委会, 招商·观湖,",
        "和谐花园第二届业主委员会, 和谐花园,",
        "东湖区和谐花园业主委员会, 和谐花园,",
        "云州市东湖区望湖街道和谐花园小区业主委员会, 和谐花园,",
        "望湖街道和谐花园业委会筹备组, 和谐花园,",
        "红星里业委会, 和谐花园, 红星里",
        "和谐花园业主大会筹备组, 和谐花园,",
    })
    void aNameOfItsAreaIsNothingToSay(String name, String area, String alias) {
        assertThat(CommitteeName.otherThanArea(name, CommitteeAttribute.FORMAL, area(area, alias)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} for {2}, once {3}: {4}")
    @CsvSource({
        "江南里业委会筹备组, PREPARATORY, 清风雅苑, , 清风雅苑业委会筹备组",
        "江南里业主委员会筹备组, PREPARATORY, 清风雅苑, , 清风雅苑业主委员会筹备组",
        "和谐苑业委会, FORMAL, 和谐苑一期, , 和谐苑一期业委会",
        "和谐苑二期业主委员会, FORMAL, 和谐苑一期, , 和谐苑一期业主委员会",
        "和谐家园业委会, FORMAL, 和谐花园, 红星里, 和谐花园业委会",
        "江南里筹备组, PREPARATORY, 清风雅苑, , 清风雅苑业主委员会筹备组",
        "江南里, FORMAL, 清风雅苑, , 清风雅苑业主委员会",
        "江南里业委会, PREPARATORY, 清风雅苑, , 清风雅苑业主委员会筹备组",
        "业委会, FORMAL, 清风雅苑, , 清风雅苑业委会",
    })
    void anotherNameIsToldWithTheOneThatFits(
            String name, CommitteeAttribute attribute, String area, String alias, String proposed) {
        Optional<String> said =
                CommitteeName.otherThanArea(name, attribute, area(area, alias)).map(Messages::of);
        assertThat(said).get().asString().contains("“" + name + "”", "“" + area + "”", "建议为“" + proposed + "”");
        if (alias != null) {
            assertThat(said).get().asString().contains("曾用名：" + alias);
        }
    }

    @Test
    void ofManyFormerNamesAFewAreNamed() {
        AreaView area = area("清风雅苑", List.of("甲苑", "乙苑", "丙苑", "丁苑"));
        assertThat(CommitteeName.otherThanArea("江南里业委会", CommitteeAttribute.FORMAL, area)
                        .map(Messages::of))
                .get()
                .asString()
                .contains("甲苑、乙苑、丙苑 等")
                .doesNotContain("丁苑");
    }

    private static AreaView area(String name, String alias) {
        return area(name, alias == null ? List.of() : List.of(alias));
    }

    private static AreaView area(String name, List<String> aliases) {
        return new AreaView(
                new AreaId(new UUID(0, 1)),
                "DH-00001",
                name,
                aliases,
                new DistrictId(new UUID(0, 2)),
                "东湖区",
                new StreetId(new UUID(0, 3)),
                "望湖街道",
                "",
                "望湖路 88 号",
                List.of(),
                AreaType.RESIDENTIAL,
                FloorAreas.residential(BigDecimal.TEN),
                1,
                1,
                null,
                null,
                AreaState.ACTIVE,
                null,
                0);
    }
}
