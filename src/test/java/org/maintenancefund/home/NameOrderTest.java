package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.domain.CommitteeRegister;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Every list of names is in the order of pinyin, numbers by value, and its pages follow one another without a gap. */
@IntegrationTest
@Transactional
class NameOrderTest {

    private static final List<String> AREAS = List.of(
            "安居苑",
            "重庆里",
            "和谐花园",
            "和谐花园一期",
            "和谐花园2期",
            "和谐花园（三期）",
            "和谐花园十期",
            "和谐家园",
            "劲松一区",
            "劲松七区",
            "劲松十一区",
            "听涛湾",
            "紫荆苑");

    @Autowired
    World world;

    @Autowired
    AreaFinder areas;

    @Autowired
    AreaBuildings buildings;

    @Autowired
    CommitteeRegister committees;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Offices offices;

    @Test
    void areas() {
        mixed(AREAS).forEach(world::area);

        follow(areas.list(AreaSearch.of("").in(world.district().id())), AreaView::name, AREAS);
        follow(
                areas.list(AreaSearch.of("和谐").in(world.district().id())),
                AreaView::name,
                AREAS.stream().filter(name -> name.startsWith("和谐")).toList());
        follow(
                areas.list(AreaSearch.of("区").in(world.district().id())),
                AreaView::name,
                AREAS.stream().filter(name -> name.endsWith("区")).toList());
    }

    @Test
    void committees() {
        List<String> names = List.of("安居苑业委会", "和谐花园一期业主委员会", "和谐花园二期业委会", "和谐花园10期业委会", "紫荆苑业主委员会");
        mixed(names).forEach(name -> world.committee(world.area(name.replaceAll("业.*", "")), name));

        Conditions here = new Conditions()
                .and("a.district_id = :here", "here", world.district().id().value());
        follow(committees.list("", here), CommitteeView::name, names);
    }

    @Test
    void companies() {
        List<String> names = List.of("东湖物业", "和谐物业", "和谐物业第二公司", "和谐物业第十公司", "紫荆物业");
        mixed(names).forEach(world::company);

        Conditions here = new Conditions()
                .and("a.district_id = :here", "here", world.district().id().value());
        follow(enterprises.list("", here), EnterpriseView::name, names);
    }

    @Test
    void offices() {
        List<String> names = List.of("安居苑管理处", "和谐花园2期管理处", "和谐花园三期管理处", "和谐花园十期管理处", "紫荆苑管理处");
        EnterpriseId company = world.company("云州和谐物业");
        mixed(names).forEach(name -> world.office(name, company));

        Conditions here = new Conditions()
                .and("a.district_id = :here", "here", world.district().id().value());
        follow(offices.list("", here), office -> office.details().name(), names);
        assertThat(offices.allOf(company).stream().map(OfficeView::details))
                .extracting(details -> details.name())
                .isEqualTo(names);
    }

    @Test
    void buildings() {
        List<String> names = List.of("1栋", "2栋", "三栋", "10栋", "A座", "会所");
        AreaId area = world.area("和谐花园");
        buildings.replace(
                area,
                mixed(names).stream()
                        .map(name -> new Building(name, 6, 2, 24, BigDecimal.TEN))
                        .toList());

        assertThat(buildings.of(area)).extracting(Building::name).isEqualTo(names);
    }

    private static List<String> mixed(List<String> names) {
        List<String> mixed = new ArrayList<>(names);
        Collections.shuffle(mixed, new Random(names.size()));
        return mixed;
    }

    /** Forth and back again by pages of two. */
    private static <T> void follow(Listing<T> list, Function<T, String> name, List<String> wanted) {
        List<String> forth = new ArrayList<>();
        Slice<T> page = list.slice(Cursor.start(), 2);
        page.items().forEach(item -> forth.add(name.apply(item)));
        while (page.next() != null) {
            page = list.slice(list.cursor(page.next(), null), 2);
            page.items().forEach(item -> forth.add(name.apply(item)));
        }
        assertThat(forth).isEqualTo(wanted);

        List<String> back = new ArrayList<>(page.items().stream().map(name).toList());
        while (page.previous() != null) {
            page = list.slice(list.cursor(null, page.previous()), 2);
            back.addAll(0, page.items().stream().map(name).toList());
        }
        assertThat(back).isEqualTo(wanted);
    }
}
