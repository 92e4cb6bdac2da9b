package org.maintenancefund.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;

/**
 * A property area (物业区域) as other features and pages see it.
 *
 * @param id            identifier
 * @param code          编号: two letters of the district and a running number, {@code DH-00236}
 * @param name          名称
 * @param aliases       曾用名, oldest first
 * @param district      the district centre in charge
 * @param districtName  区, such as 东湖区
 * @param street        the street (街道) it lies in
 * @param streetName    its name
 * @param community     社区, possibly empty
 * @param address       地址
 * @param parcelNumbers 宗地号
 * @param type          物业类型
 * @param floorAreas    建筑面积 in m²
 * @param buildings     幢数
 * @param households    户数
 * @param yearBuilt     建成年份, where known
 * @param fundAccount   独立维修资金专户, where it has one
 * @param state         正常 or 已合并
 * @param mergedInto    the area it went into, where it was merged
 * @param version       counts its changes, for whoever changes it next
 */
public record AreaView(
        AreaId id,
        String code,
        String name,
        List<String> aliases,
        DistrictId district,
        String districtName,
        StreetId street,
        String streetName,
        String community,
        String address,
        List<String> parcelNumbers,
        AreaType type,
        FloorAreas floorAreas,
        int buildings,
        int households,
        @Nullable Integer yearBuilt,
        @Nullable FundAccount fundAccount,
        AreaState state,
        @Nullable AreaId mergedInto,
        int version) {

    public AreaView {
        aliases = List.copyOf(aliases);
        parcelNumbers = List.copyOf(parcelNumbers);
    }

    /** 21 幢，1,476 户. */
    public String scale() {
        return Messages.of("area.scale-text", Figures.of(buildings), Figures.of(households));
    }

    public boolean isActive() {
        return state == AreaState.ACTIVE;
    }
}
