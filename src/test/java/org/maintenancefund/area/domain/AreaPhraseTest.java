package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.LandlineNumber;

class AreaPhraseTest {

    private static final DistrictCentre EAST = centre("东湖区", "望湖街道", "翠屏镇", "城关街道");
    private static final DistrictCentre WEST = centre("西山区", "松岭街道", "城关街道");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "和谐花园, 和谐花园, -, -",
                "东湖区和谐花园, 和谐花园, 东湖区, -",
                "東湖區和諧花園, 和谐花园, 东湖区, -",
                "云州市东湖区望湖路88号, 望湖路88号, 东湖区, -",
                "云州东湖区望湖路88号, 望湖路88号, 东湖区, -",
                "云州市和谐花园, 和谐花园, -, -",
                "云州府, 云州府, -, -",
                "望湖街道和谐花园, 和谐花园, -, 望湖街道",
                "望湖街道 和谐花园, 和谐花园, -, 望湖街道",
                "和谐花园 东湖区, 和谐花园, 东湖区, -",
                "东湖区望湖街道和谐花园, 和谐花园, 东湖区, 望湖街道",
                "城关街道和谐花园, 和谐花园, -, -",
                "西山区城关街道和谐花园, 和谐花园, 西山区, 城关街道",
                "东湖区, '', 东湖区, -",
                "东湖区里, 东湖区里, -, -",
                "和谐花园业委会, 和谐花园, -, -",
                "和谐花园业主委员会筹备组, 和谐花园, -, -",
                "和谐花园第二届业主委员会, 和谐花园, -, -",
                "和谐花园 业委会, 和谐花园, -, -",
                "业委会, 业委会, -, -",
                "和谐 二期, 和谐 二期, -, -",
                "'', '', -, -",
            })
    void placesAndCommitteesAreTakenOff(String typed, String text, String district, String street) {
        AreaPhrase phrase = AreaPhrase.of(typed, "云州市", List.of(EAST, WEST));

        assertThat(phrase.text()).isEqualTo(text);
        assertThat(phrase.district())
                .isEqualTo(district == null ? null : centre(district).id());
        if (street == null) {
            assertThat(phrase.street()).isNull();
        } else {
            assertThat(centre(district == null ? "东湖区" : district).street(phrase.street()))
                    .map(Street::name)
                    .hasValue(street);
        }
    }

    private static DistrictCentre centre(String name) {
        return List.of(EAST, WEST).stream()
                .filter(centre -> centre.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DistrictCentre centre(String name, String... streets) {
        return new DistrictCentre(
                DistrictId.next(),
                "AA",
                name,
                name + "中心",
                "某路 1 号",
                "工作日 9:00–17:00",
                new LandlineNumber("010-12345678"),
                List.of(streets).stream()
                        .map(street -> new Street(StreetId.next(), street))
                        .toList());
    }
}
