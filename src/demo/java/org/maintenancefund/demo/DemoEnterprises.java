package org.maintenancefund.demo;

import java.util.List;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.springframework.stereotype.Component;

/** Twenty companies that do not exist, spread over the districts; every third is qualified. */
@Component
class DemoEnterprises implements DemoStep {

    /** Name, legal representative, contact. */
    private static final List<List<String>> COMPANIES = List.of(
            List.of("云州市澄园物业服务有限公司", "沈澄之", "陆晓岚"),
            List.of("云州市安汐物业管理有限公司", "顾安平", "白雪松"),
            List.of("云州望湖居物业服务有限公司", "邵启明", "叶明轩"),
            List.of("云州市柳堤家园物业管理有限公司", "严守诚", "纪春燕"),
            List.of("云州锦屿物业服务有限公司", "龚锦程", "欧阳静"),
            List.of("云州市松岭物业管理有限公司", "卢松涛", "单文博"),
            List.of("云州青枫里物业服务有限公司", "方青云", "仇玉兰"),
            List.of("云州市古渡物业管理有限公司", "秦渡江", "解海波"),
            List.of("云州梅坞生活服务有限公司", "梅若谷", "万家和"),
            List.of("云州市云台物业服务有限公司", "段云起", "曾庆余"),
            List.of("云州江滨物业管理有限公司", "江一帆", "任远航"),
            List.of("云州市金沙湾物业服务有限公司", "金世鸣", "覃小凤"),
            List.of("云州渔港物业管理有限公司", "余渔歌", "翟志强"),
            List.of("云州市锦绣年华物业服务有限公司", "华锦文", "乐思齐"),
            List.of("云州南埠物业管理有限公司", "南宫博", "朴正浩"),
            List.of("云州市科创物业服务有限公司", "柯创新", "查明远"),
            List.of("云州星辰里物业管理有限公司", "辛晨光", "盖立群"),
            List.of("云州市银湾物业服务有限公司", "尹万里", "尉迟恭平"),
            List.of("云州北斗城市服务有限公司", "卜北辰", "长孙无尘"),
            List.of("云州市同心桥物业管理有限公司", "童心悦", "买买提·艾山"));

    private final Enterprises enterprises;
    private final Districts districts;
    private final DemoPeople people;

    DemoEnterprises(Enterprises enterprises, Districts districts, DemoPeople people) {
        this.enterprises = enterprises;
        this.districts = districts;
        this.people = people;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void load() {
        List<DistrictCentre> centres = districts.all();
        for (int i = 0; i < COMPANIES.size(); i++) {
            EnterpriseId id = enterprises.register(company(i, centres.get(i * centres.size() / COMPANIES.size())));
            if (i == 0) {
                addPeople(id);
            }
        }
    }

    /** {@code demo-enterprise}, a colleague who confirms what they propose, and one who has not signed in yet. */
    private void addPeople(EnterpriseId company) {
        people.activated(new NewOperator(
                company.ref(), Role.ENTERPRISE_OPERATOR, "陆晓岚", new MobileNumber("13900004001"), "demo-enterprise"));
        people.activated(new NewOperator(
                company.ref(),
                Role.ENTERPRISE_OPERATOR,
                "顾清和",
                new MobileNumber("13900004052"),
                "demo-enterprise-colleague"));
        people.waiting(company.ref(), Role.ENTERPRISE_OPERATOR, "沈澄之", new MobileNumber("13900004051"));
    }

    private static NewEnterprise company(int i, DistrictCentre centre) {
        List<String> words = COMPANIES.get(i);
        String street = centre.streets().get(i % centre.streets().size()).name();
        return new NewEnterprise(
                FictionalCreditCode.of(1001 + 37 * i),
                words.get(0),
                new PersonName(words.get(1)),
                "云州市" + centre.name() + street + "创业路 " + (6 + 4 * i) + " 号",
                i % 4 == 0 ? "云州市" + centre.name() + street + "和平大厦 " + (3 + i) + " 层" : "",
                centre.id(),
                new PersonName(words.get(2)),
                new MobileNumber("1390000%04d".formatted(4001 + i)),
                new PhoneNumber("0000-2230%04d".formatted(4001 + i)),
                "",
                i % 3 == 2 ? Qualification.QUALIFIED : Qualification.UNQUALIFIED);
    }
}
