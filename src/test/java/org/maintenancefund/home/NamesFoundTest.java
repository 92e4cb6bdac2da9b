package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Companies, committees, offices and people are found however their names are written, on every list that is searched by name. */
@IntegrationTest
@Transactional
class NamesFoundTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @BeforeEach
    void namesOfEachKind() {
        var company = world.company("云州青蘿物业服务有限公司");
        world.office("青萝苑二期管理处", company);
        CommitteeView committee = world.committee(world.area("青萝湾一期"), "青萝湾一期业主委员会");
        world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "欧阳青萝", "13900001234", "ouyangql");
    }

    @ParameterizedTest
    @CsvSource({
        "/enterprises, 云州青萝物业服务有限公司, 云州青蘿物业服务有限公司",
        "/enterprises, 青蘿物业, 云州青蘿物业服务有限公司",
        "/enterprises, qingluo, 云州青蘿物业服务有限公司",
        "/offices, 青萝苑2期, 青萝苑二期管理处",
        "/offices, 青蘿苑Ⅱ期管理处, 青萝苑二期管理处",
        "/offices, qingluoyuan, 青萝苑二期管理处",
        "/committees, 青萝湾一期业委会, 青萝湾一期业主委员会",
        "/committees, 青萝湾1期, 青萝湾一期业主委员会",
        "/committees, 青蘿灣（一期）業主委員會, 青萝湾一期业主委员会",
        "/committees, qingluowan, 青萝湾一期业主委员会",
        "/operators, 歐陽青蘿, 欧阳青萝",
        "/operators, ouyangqingluo, 欧阳青萝",
        "/operators, 青萝湾1期业主委员会, 欧阳青萝",
    })
    void aNameIsFoundInAnotherWriting(String list, String typed, String name) {
        Document page = search(list, typed);

        assertThat(page.select("tbody td.card-title strong").eachText()).containsExactly(name);
        assertThat(page.select(".list-bar").text()).contains("共 1 ");
    }

    @ParameterizedTest
    @CsvSource({
        "/enterprises, 青萝物业公司, 云州青蘿物业服务有限公司",
        "/enterprises, 云州青罗物业服务有限公司, 云州青蘿物业服务有限公司",
        "/offices, 青罗苑二期管理处, 青萝苑二期管理处",
        "/committees, 青萝湾小区一期业委会, 青萝湾一期业主委员会",
        "/committees, 清萝湾一期业委会, 青萝湾一期业主委员会",
        "/operators, 欧阳清萝, 欧阳青萝",
    })
    void aNearNameIsOfferedWhereNoneIsFound(String list, String typed, String name) {
        Document page = search(list, typed);

        assertThat(page.select("tbody td.card-title strong").eachText()).contains(name);
        assertThat(page.select(".list-bar").text()).contains("没有找到，您是不是要找").doesNotContain("导出");
    }

    @ParameterizedTest
    @CsvSource({"/enterprises", "/offices", "/committees", "/operators", "/areas"})
    void whatIsLikeNothingIsNotFound(String list) {
        assertThat(search(list, "维多利亚").select(".empty")).hasSize(1);
    }

    @Test
    void everyListOfAreasOffersNearNames() {
        Document page = search("/areas", "青罗湾一期");

        assertThat(page.select("tbody td.card-title strong").eachText()).containsExactly("青萝湾一期");
        assertThat(page.select(".list-bar").text()).contains("您是不是要找");
    }

    private Document search(String list, String typed) {
        CurrentUser clerk = world.clerk();
        return pages.open(list + "?q=" + typed, clerk);
    }
}
