package org.maintenancefund.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.demo.DemoPeople;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;

/** What who tries the demo city finds in 物管企业注册信息审核. Nothing is changed here. */
@DemoCityTest
class DemoEnterpriseRegistrationsTest {

    @Autowired
    Pages pages;

    @Autowired
    DemoPeople people;

    private CurrentUser clerk;

    @BeforeEach
    void aClerk() {
        clerk = people.named("demo-district");
    }

    @Test
    void theQueueHoldsWorkOfDifferentAge() {
        Document queue = pages.open("/enterprises/reviews", clerk);

        assertThat(queue.text()).contains("云州市听涛物业服务有限公司", "退回后重交", "已等待");
        assertThat(pages.open("/enterprises/reviews?tab=all", clerk).text()).contains("已通过", "已退回", "不予受理", "已撤回");
        assertThat(pages.open("/workbench", clerk).text()).contains("物管企业注册信息审核");
    }

    @Test
    void eachWarningOfTheReviewCanBeSeen() {
        assertThat(review("云州文澜苑物业管理有限公司")).contains("统一社会信用代码校验不通过，申请人已对照营业执照");
        assertThat(review("云州澄园物业管理有限公司")).contains("有名称相近的企业：云州市澄园物业服务有限公司");
        assertThat(review("云州市石桥社区服务有限公司")).contains("拟定经办人员只有 1 人");
        assertThat(review("云州市听涛物业服务有限公司")).contains("统一社会信用代码校验通过", "没有名称相近的企业", "联系人手机号码没有在其他单位登记");
    }

    private String review(String company) {
        Document queue = pages.open("/enterprises/reviews?q=" + company, clerk);
        String address = queue.select("a[href^=/enterprises/reviews/WG]").attr("href");
        return pages.open(address, clerk).text();
    }
}
