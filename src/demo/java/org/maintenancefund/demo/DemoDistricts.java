package org.maintenancefund.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.kernel.LandlineNumber;
import org.springframework.stereotype.Component;

/** The districts of 云州市, a city that does not exist; the last one is a functional district without a code of GB/T 2260. */
@Component
class DemoDistricts implements DemoStep {

    private static final String HOURS = "工作日 9:00–12:00，14:00–17:30";

    private final Districts districts;

    DemoDistricts(Districts districts) {
        this.districts = districts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void load() {
        establish(
                "DH",
                "东湖区",
                "990102",
                "东湖区望湖路 18 号政务服务中心 3 楼",
                "0000-22334455",
                List.of("望湖街道", "柳堤街道", "听涛街道", "文澜街道", "石桥街道", "莲塘街道"));
        establish(
                "XL",
                "西陵区",
                "990103",
                "西陵区松岭大道 206 号 1 楼大厅",
                "0000-22335566",
                List.of("松岭街道", "青枫街道", "古渡街道", "梅坞街道", "云台街道"));
        establish(
                "NP",
                "南浦区",
                "990104",
                "南浦区江滨东路 55 号住建大楼 2 楼",
                "0000-22336677",
                List.of("江滨街道", "金沙街道", "渔港街道", "锦绣街道", "南埠街道"));
        establish("XH", "星河新区", null, "星河新区科创一路 9 号管委会西楼", "0000-22337788", List.of("科创街道", "星辰街道", "银湾街道", "北斗街道"));
    }

    private void establish(
            String code, String name, @Nullable String gbCode, String address, String phone, List<String> streets) {
        districts.establish(new NewDistrictCentre(
                code, name, gbCode, name + "维修资金管理中心", address, HOURS, new LandlineNumber(phone), streets));
    }
}
