package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.transaction.annotation.Transactional;

/** 关联申请表 for the committee to sign, 关联审核表 for the district's file. */
@IntegrationTest
@Transactional
class AssociationPapersTest extends AssociationPages {

    @Test
    void theCommitteePrintsItsApplicationWithoutWhatTheDistrictKeepsToItself() {
        ApplicationNumber number = returned();

        Document paper = pages.open("/associations/applications/" + number + "/print", applicant);

        assertThat(paper.select("h1").text()).as("nothing is doubled").isEqualTo("小区管理处关联申请表");
        assertThat(paper.select(".sheet").text())
                .contains(number.value(), "1. 物业服务合同（原件 2 份） 纸质", "请补决议", "申请单位（盖章）")
                .doesNotContain("到此为止", "已收到", "未收到");
        assertThat(pages.get(
                        "/associations/applications/" + number + "/print",
                        world.personOf(world.committee(world.area("观澜苑"), "观澜苑业主委员会"))))
                .hasStatus(404);
    }

    @Test
    void theDistrictPrintsItsReviewWithThePapersThatCame() {
        ApplicationNumber number = returned();

        Document paper = pages.open("/associations/reviews/" + number + "/print/review", world.clerk());

        assertThat(paper.select("h1").text()).isEqualTo("小区管理处关联审核表");
        assertThat(paper.select(".sheet").text())
                .contains("1. 物业服务合同（原件 2 份） 纸质 已收到", "2. 业主大会决议（复印件 1 份） 纸质 未收到", "到此为止", "四、系统比对", "复核人签字");
    }

    private ApplicationNumber returned() {
        ApplicationNumber number = submitted();
        Map<String, String> back = new LinkedHashMap<>();
        back.put("result", "RETURN");
        back.put("opinion", "请补决议");
        back.put("remark", "到此为止");
        assertThat(decide(number, back, "RECEIVED", "MISSING")).hasStatus3xxRedirection();
        return number;
    }
}
