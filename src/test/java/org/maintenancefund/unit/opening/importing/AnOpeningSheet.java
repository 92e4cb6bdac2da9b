package org.maintenancefund.unit.opening.importing;

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

/** A spreadsheet of opening balances on its way in: {@code new AnOpeningSheet().row("DH-00236-00017", "1 栋 101", "100", "30")}. */
final class AnOpeningSheet {

    private final List<String> rows = new ArrayList<>(List.of(RawWorkbook.texts(1, "户号", "房屋", "首期原值（元）", "余额（元）")));

    /** What begins with {@code <c} is markup. */
    AnOpeningSheet row(String number, String place, String original, String balance) {
        rows.add(RawWorkbook.texts(rows.size() + 1, number, place, original, balance));
        return this;
    }

    byte[] content() {
        return RawWorkbook.of(rows.toArray(String[]::new)).bytes();
    }

    UUID uploadedWith(MockMvcTester mvc, AreaId area, CurrentUser by) {
        return uploaded(content(), mvc, area, by);
    }

    static UUID uploaded(byte[] content, MockMvcTester mvc, AreaId area, CurrentUser by) {
        MvcTestResult result = upload(content, mvc, area, by);
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return UUID.fromString(Pages.redirected(result).replaceAll(".*/", ""));
    }

    static MvcTestResult upload(byte[] content, MockMvcTester mvc, AreaId area, CurrentUser by) {
        return mvc.post()
                .uri("/units/areas/" + area + "/opening/import")
                .multipart()
                .file(new MockMultipartFile("file", "期初.xlsx", null, content))
                .with(SignedIn.as(by))
                .with(csrf())
                .exchange();
    }
}
