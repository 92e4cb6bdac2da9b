package org.maintenancefund.area;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.StreetId;

/** What an area is entered with: {@code world.enter(AnArea.named("和谐花园一期").formerly("老机床厂宿舍").at("翠屏路 88 号"))}. */
public record AnArea(
        String name,
        List<String> aliases,
        String address,
        List<String> parcels,
        @Nullable FundAccount account,
        @Nullable StreetId street) {

    public static AnArea named(String name) {
        return new AnArea(name, List.of(), "测试路 1 号", List.of("YZ-0102-0007", "YZ-0102-0008"), null, null);
    }

    public AnArea formerly(String alias) {
        List<String> more = Stream.concat(aliases.stream(), Stream.of(alias)).toList();
        return new AnArea(name, more, address, parcels, account, street);
    }

    public AnArea at(String place) {
        return new AnArea(name, aliases, place, parcels, account, street);
    }

    public AnArea onParcel(String number) {
        return new AnArea(name, aliases, address, List.of(number), account, street);
    }

    public AnArea withAccount(FundAccount own) {
        return new AnArea(name, aliases, address, parcels, own, street);
    }

    /** In another street than the first of the world's district. */
    public AnArea in(StreetId place) {
        return new AnArea(name, aliases, address, parcels, account, place);
    }

    public AreaId enteredWith(AreaRegister register) {
        return register.enter(command());
    }

    public NewArea command() {
        return new NewArea(
                name,
                aliases,
                street,
                "测试社区",
                address,
                parcels,
                AreaType.RESIDENTIAL,
                FloorAreas.residential(new BigDecimal("86420.50")),
                12,
                864,
                2009,
                account);
    }
}
