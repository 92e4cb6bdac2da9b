package org.maintenancefund.area;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.StreetId;

/**
 * An area for tests, entered the way it is entered in earnest:
 * {@code AnArea.named("和谐花园一期").at("翠屏路 88 号").in(street).enteredWith(register)}.
 */
public record AnArea(String name, List<String> aliases, String address, FundAccount account) {

    public static AnArea named(String name) {
        return new AnArea(name, List.of(), "测试路 1 号", null);
    }

    public AnArea formerly(String alias) {
        List<String> more = new ArrayList<>(aliases);
        more.add(alias);
        return new AnArea(name, more, address, account);
    }

    public AnArea at(String place) {
        return new AnArea(name, aliases, place, account);
    }

    public AnArea withAccount(FundAccount own) {
        return new AnArea(name, aliases, address, own);
    }

    public Placed in(StreetId street) {
        return new Placed(this, street);
    }

    /** An area that knows where it lies. */
    public record Placed(AnArea area, StreetId street) {

        public AreaId enteredWith(AreaRegister register) {
            return register.enter(command());
        }

        public NewArea command() {
            return new NewArea(
                    area.name(),
                    area.aliases(),
                    street,
                    "测试社区",
                    area.address(),
                    List.of("YZ-0102-0007", "YZ-0102-0008"),
                    AreaType.RESIDENTIAL,
                    FloorAreas.residential(new BigDecimal("86420.50")),
                    12,
                    864,
                    2009,
                    area.account());
        }
    }
}
