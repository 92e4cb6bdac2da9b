package org.maintenancefund.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitUse;

/**
 * Makes up the units of a community, all of which begin with the same month.
 *
 * @param from      that month
 * @param delivered when the flats were handed over
 * @param lift      whether its buildings have lifts
 */
record DemoHouses(YearMonth from, LocalDate delivered, boolean lift) {

    private static final String[] SURNAMES = {
        "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许", "何", "吕",
        "施", "张", "孔", "曹", "严", "华", "金", "魏", "陶", "姜", "戚"
    };
    private static final String[] GIVEN = {
        "丽萍", "志强", "秀英", "建军", "晓峰", "文静", "国庆", "玉兰", "海涛", "雪梅", "永康", "桂芳", "立新", "小红", "德明", "雅琴", "子涵", "浩然",
        "思远", "婉清", "长江", "春燕", "一鸣", "佳怡", "俊杰", "淑珍", "启明", "若兰", "振华", "云帆", "金凤"
    };

    /** The same without lifts. */
    DemoHouses withoutLift() {
        return new DemoHouses(from, delivered, false);
    }

    /** A flat that was sold and handed over, of the so-manieth owner. */
    NewUnit flat(UnitPlace place, String squareMetres, int owner) {
        return unit(place, squareMetres, UnitUse.RESIDENTIAL, true, true, delivered, owner(owner));
    }

    NewUnit shop(UnitPlace place, String squareMetres, int owner) {
        return unit(place, squareMetres, UnitUse.COMMERCIAL, true, true, delivered, owner(owner));
    }

    /** Nobody has bought it: who built it pays. */
    NewUnit unsold(UnitPlace place, String squareMetres, String builder) {
        Payer payer = new Payer(PayerKind.DEVELOPER, builder, null);
        return unit(place, squareMetres, UnitUse.RESIDENTIAL, true, false, null, payer);
    }

    /** Sold, and still to be handed over. */
    NewUnit notDelivered(UnitPlace place, String squareMetres, int owner) {
        return unit(place, squareMetres, UnitUse.RESIDENTIAL, true, true, null, owner(owner));
    }

    /** What belongs to all of them, and pays nothing. */
    NewUnit exempt(UnitPlace place, String squareMetres) {
        return unit(place, squareMetres, UnitUse.OTHER, false, true, delivered, null);
    }

    private NewUnit unit(
            UnitPlace place,
            String squareMetres,
            UnitUse use,
            boolean liable,
            boolean sold,
            @Nullable LocalDate delivered,
            @Nullable Payer payer) {
        UnitFacts facts = new UnitFacts(
                FloorArea.parse(squareMetres).value(), AreaSource.REGISTER, use, lift, liable, sold, delivered, null);
        return new NewUnit(place, from, facts, payer, "不动产登记簿");
    }

    static Payer owner(int number) {
        String name = SURNAMES[number * 7 % SURNAMES.length] + GIVEN[number * 11 % GIVEN.length];
        return new Payer(PayerKind.OWNER, name, new MobileNumber("1390001%04d".formatted(number)));
    }

    /** Places of a building: so many doors on each of so many floors. */
    static List<UnitPlace> places(String building, String entrance, int floors, int doors) {
        return IntStream.range(0, floors * doors)
                .mapToObj(i -> new UnitPlace(
                        building, entrance, 1 + i / doors, Integer.toString(100 * (1 + i / doors) + 1 + i % doors)))
                .toList();
    }
}
