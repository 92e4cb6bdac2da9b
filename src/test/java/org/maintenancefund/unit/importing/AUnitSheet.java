package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A spreadsheet of units on its way in: {@code new AUnitSheet().flat("101").flat("102", "建筑面积", "47.90")}. What a row doesn't
 * say otherwise is a flat of 89.58 ㎡ with a lift in 1 栋, sold to 王建国 and delivered; what begins with {@code <c} is markup.
 */
public final class AUnitSheet {

    static final List<String> TITLES = List.of(
            "楼栋", "单元", "层", "房号", "建筑面积", "来源", "用途", "电梯", "应缴", "已售", "交付日期", "起收月份", "缴款义务人类别", "缴款义务人", "手机号码",
            "依据");

    private static final List<String> FLAT = List.of(
            "1 栋",
            "",
            "",
            "",
            "89.58",
            "登记簿",
            "住宅",
            "是",
            "是",
            "是",
            "2025-12-20",
            "",
            "业主",
            "王建国",
            "13900001234",
            "登记簿");

    private final List<String> rows = new ArrayList<>(List.of(RawWorkbook.texts(1, TITLES.toArray(String[]::new))));

    /** @param others columns and what stands there */
    public AUnitSheet flat(String door, String... others) {
        List<String> cells = new ArrayList<>(FLAT);
        cells.set(TITLES.indexOf("房号"), door);
        for (int i = 0; i < others.length; i += 2) {
            cells.set(TITLES.indexOf(others[i]), others[i + 1]);
        }
        rows.add(RawWorkbook.texts(rows.size() + 1, cells.toArray(String[]::new)));
        return this;
    }

    public byte[] content() {
        return RawWorkbook.of(rows.toArray(String[]::new)).bytes();
    }

    UUID uploadedWith(MockMvcTester mvc, AreaId area, CurrentUser by) {
        return uploaded(content(), mvc, area, by);
    }

    static UUID uploaded(byte[] content, MockMvcTester mvc, AreaId area, CurrentUser by) {
        MvcTestResult result = upload(content, "2026-01", mvc, area, by);
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return UUID.fromString(Pages.redirected(result).replaceAll(".*/", ""));
    }

    static MvcTestResult upload(byte[] content, String from, MockMvcTester mvc, AreaId area, CurrentUser by) {
        return mvc.post()
                .uri("/units/areas/" + area + "/import")
                .multipart()
                .file(new MockMultipartFile("file", "房屋.xlsx", null, content))
                .param("from", from)
                .with(SignedIn.as(by))
                .with(csrf())
                .exchange();
    }
}
