package org.maintenancefund.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.springframework.stereotype.Component;

/**
 * Some 220 fictional communities: parts of the same one (一期/二期, 南区/北区, 东苑/西苑), names that are easily mixed up, the same
 * name in two districts, former names, own accounts. The same at every start.
 */
@Component
class DemoAreas implements DemoStep {

    private static final String[] FIRST = {
        "翠湖", "锦绣", "阳光", "碧云", "金桂", "紫荆", "银杏", "清风", "明月", "江南", "东方", "世纪", "丽景", "观澜", "枫林", "书香", "康宁", "福泽",
        "望江", "听涛"
    };
    private static final String[] SECOND = {"花园", "雅苑", "名邸", "家园", "水岸", "新村", "公馆", "华庭", "山庄", "里"};
    private static final String[][] PARTS = {{"一期", "二期", "三期"}, {"南区", "北区"}, {"东苑", "西苑"}, {"A区", "B区"}};

    private final AreaRegister register;
    private final Districts districts;
    private final Random random = new Random(20261123);

    DemoAreas(AreaRegister register, Districts districts) {
        this.register = register;
        this.districts = districts;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load() {
        DistrictCentre first = districts.byCode("DH").orElseThrow();
        Street street = first.streets().get(0);
        enter(first, street, "和谐花园", List.of("和谐新村"), 88, null);
        enter(first, street, "和谐家园", List.of(), 102, null);
        enter(first, first.streets().get(1), "谐和花园", List.of(), 16, null);
        enter(first, street, "和谐苑一期", List.of(), 120, null);
        enter(first, street, "和谐苑二期", List.of(), 122, account("和谐苑二期"));
        DistrictCentre second = districts.byCode("XL").orElseThrow();
        enter(second, second.streets().get(0), "和谐花园", List.of(), 15, null);
        int number = 0;
        for (DistrictCentre district : districts.all()) {
            for (String name : names(district.equals(first) ? 70 : 48, number++)) {
                Street at =
                        district.streets().get(random.nextInt(district.streets().size()));
                enterWithParts(district, at, name);
            }
        }
    }

    /** One in seven is recorded in parts, one in nine under a former name too, one in eleven has an account of its own. */
    private void enterWithParts(DistrictCentre district, Street street, String name) {
        int house = 1 + random.nextInt(300);
        if (random.nextInt(7) == 0) {
            String[] parts = PARTS[random.nextInt(PARTS.length)];
            for (int i = 0; i < parts.length; i++) {
                enter(district, street, name + parts[i], List.of(), house + 2 * i, null);
            }
            return;
        }
        List<String> aliases = random.nextInt(9) == 0 ? List.of(name + "小区") : List.of();
        enter(district, street, name, aliases, house, random.nextInt(11) == 0 ? account(name) : null);
    }

    private void enter(
            DistrictCentre district,
            Street street,
            String name,
            List<String> aliases,
            int house,
            @Nullable FundAccount account) {
        int buildings = 3 + random.nextInt(24);
        int households = buildings * (36 + random.nextInt(60));
        String road = street.name().replace("街道", "路");
        register.enter(new NewArea(
                name,
                aliases,
                street.id(),
                street.name().replace("街道", "") + "第" + "一二三四五".charAt(random.nextInt(5)) + "社区",
                road + " " + house + " 号",
                List.of("%s-%04d-%04d".formatted(district.code(), 100 + random.nextInt(900), random.nextInt(10000))),
                random.nextInt(6) == 0 ? AreaType.MIXED : AreaType.RESIDENTIAL,
                FloorAreas.residential(BigDecimal.valueOf(households * (70L + random.nextInt(50)))),
                buildings,
                households,
                1996 + random.nextInt(28),
                account));
    }

    private FundAccount account(String name) {
        return new FundAccount("云州示范银行营业部", name + "维修资金专户", "6200%012d".formatted(random.nextInt(1_000_000_000)));
    }

    /** So many different names, in another order for each district. */
    private static List<String> names(int count, int shift) {
        List<String> names = new ArrayList<>();
        for (int i = 0; names.size() < count; i++) {
            int index = (i * 7 + shift * 31) % (FIRST.length * SECOND.length);
            names.add(FIRST[index % FIRST.length] + SECOND[index / FIRST.length]);
        }
        return names;
    }
}
