package org.maintenancefund.area.application;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.DistrictChoice;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * 社区信息完善 on its way, step by step, as the draft keeps it.
 *
 * @param areaId    the area it is about; null for one that is not in the system
 * @param before    what was on record when it was begun; null for a new area
 * @param buildings step C so far; each of them can be a building
 * @param imported  read from a spreadsheet and not yet confirmed
 */
@Labels("area.field.")
record AreaForm(
        @Nullable String areaId,
        @Nullable AreaInfo before,
        Basics basics,
        Scale scale,
        List<Building> buildings,
        List<Building> imported,
        Account account) {

    private static final Basics NO_BASICS = new Basics("", "", "", "", "", "");
    private static final Scale NO_SCALE = new Scale("", "", "", "", "", "", "", "");

    static final AreaForm OF_NEW_AREA =
            new AreaForm(null, null, NO_BASICS, NO_SCALE, List.of(), List.of(), new Account("", "", "", ""));

    AreaForm {
        buildings = List.copyOf(buildings);
        imported = List.copyOf(imported);
    }

    /** Starts from what is known: the record, or the round before. */
    static AreaForm of(@Nullable String areaId, @Nullable AreaInfo before, AreaInfo filled) {
        return new AreaForm(
                areaId,
                before,
                Basics.of(filled),
                Scale.of(filled.area()),
                filled.buildingList(),
                List.of(),
                Account.of(filled.area().fundAccount()));
    }

    AreaForm with(Object typed) {
        return new AreaForm(
                areaId,
                before,
                typed instanceof Basics a ? (before == null ? a : a.keeping(before)) : basics,
                typed instanceof Scale b ? b : scale,
                buildings,
                imported,
                typed instanceof Account d ? d : account);
    }

    AreaForm withBuildings(List<Building> list) {
        return new AreaForm(areaId, before, basics, scale, list, List.of(), account);
    }

    AreaForm withImported(List<Building> list) {
        return new AreaForm(areaId, before, basics, scale, buildings, list, account);
    }

    /** What was typed, of steps without faults. */
    AreaInfo toInfo() {
        NewArea area = new NewArea(
                ChineseText.clean(basics.name()),
                List.of(),
                StreetId.of(basics.street()),
                ChineseText.clean(basics.community()),
                ChineseText.clean(basics.address()),
                AreaText.parcelNumbers(basics.parcelNumbers()).value(),
                AreaType.valueOf(scale.type()),
                scale.toFloorAreas(),
                AreaText.buildings(scale.buildings()).value(),
                AreaText.households(scale.households()).value(),
                AreaText.year(scale.yearBuilt()).value(),
                account.toAccount());
        return new AreaInfo(DistrictId.of(basics.district()), area, buildings);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** Step A 基本信息 as typed, in the order of the page. Whether the street is one of the district's, {@link AreaSteps} says. */
    record Basics(
            @Typed(value = AreaText.class, by = "name") String name,

            @DistrictChoice(required = "area.application.district.required")
            String district,

            String street,
            @Text(max = AreaText.LONGEST_COMMUNITY) String community,
            @Typed(value = AreaText.class, by = "address") String address,

            @Typed(value = AreaText.class, by = "parcelNumbers", optional = true)
            String parcelNumbers) {

        Basics {
            name = text(name);
            district = text(district);
            street = text(street);
            community = text(community);
            address = text(address);
            parcelNumbers = text(parcelNumbers);
        }

        static Basics of(AreaInfo info) {
            return new Basics(
                    info.area().name(),
                    info.district().toString(),
                    info.area().street().toString(),
                    info.area().community(),
                    info.area().address(),
                    String.join("、", info.area().parcelNumbers()));
        }

        /** With the name and the district that are on record: those are not changed here. */
        Basics keeping(AreaInfo record) {
            return new Basics(
                    record.area().name(), record.district().toString(), street, community, address, parcelNumbers);
        }
    }

    /** Step B 规模 as typed, in the order of the page. */
    record Scale(
            @Choice(value = AreaType.class, required = "area.application.type.required")
            String type,

            @Typed(value = AreaText.class, by = "totalFloorArea")
            String total,

            @Typed(value = AreaText.class, by = "partOfFloorArea")
            String residential,

            @Typed(value = AreaText.class, by = "partOfFloorArea")
            String commercial,

            @Typed(value = AreaText.class, by = "partOfFloorArea")
            String other,

            @Typed(value = AreaText.class, by = "buildings") String buildings,

            @Typed(value = AreaText.class, by = "households")
            String households,

            @Typed(value = AreaText.class, by = "year", required = "area.application.year.required")
            String yearBuilt) {

        Scale {
            type = text(type);
            total = text(total);
            residential = text(residential);
            commercial = text(commercial);
            other = text(other);
            buildings = text(buildings);
            households = text(households);
            yearBuilt = text(yearBuilt);
        }

        static Scale of(NewArea area) {
            FloorAreas floorAreas = area.floorAreas();
            return new Scale(
                    area.type().name(),
                    floorAreas.total().toPlainString(),
                    floorAreas.residential().toPlainString(),
                    floorAreas.commercial().toPlainString(),
                    floorAreas.other().toPlainString(),
                    Integer.toString(area.buildings()),
                    Integer.toString(area.households()),
                    area.yearBuilt() == null ? "" : area.yearBuilt().toString());
        }

        /** What was typed, of a form without faults. */
        FloorAreas toFloorAreas() {
            return new FloorAreas(
                    AreaText.floorArea(total).value(),
                    AreaText.partOfFloorArea(residential).value(),
                    AreaText.partOfFloorArea(commercial).value(),
                    AreaText.partOfFloorArea(other).value());
        }
    }

    /**
     * Step D 专户 as typed, in the order of the page.
     *
     * @param own {@code yes}, {@code no} or nothing yet
     */
    record Account(String own, String bank, String accountName, String accountNumber) {

        static final String YES = "yes";
        static final String NO = "no";

        Account {
            own = text(own);
            bank = text(bank);
            accountName = text(accountName);
            accountNumber = text(accountNumber);
        }

        static Account of(@Nullable FundAccount account) {
            return account == null
                    ? new Account(NO, "", "", "")
                    : new Account(YES, account.bank(), account.accountName(), account.accountNumber());
        }

        /** The three texts are asked only where there is an account. */
        void check(Errors errors) {
            if (YES.equals(own)) {
                FieldErrors.check(errors, "bank", AreaText.bank(bank));
                FieldErrors.check(errors, "accountName", AreaText.bank(accountName));
                FieldErrors.check(errors, "accountNumber", AreaText.accountNumber(accountNumber));
            } else if (!NO.equals(own)) {
                FieldErrors.reject(errors, "own", "area.application.account.required");
            }
        }

        /** What was typed, of a form without faults; null for no account of its own. */
        @Nullable
        FundAccount toAccount() {
            return NO.equals(own)
                    ? null
                    : new FundAccount(
                            ChineseText.clean(bank),
                            ChineseText.clean(accountName),
                            AreaText.accountNumber(accountNumber).value());
        }
    }
}
