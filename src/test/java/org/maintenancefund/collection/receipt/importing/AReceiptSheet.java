package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What a company's own system exports: {@code new AReceiptSheet(area).row("LS1", "户号", number, "金额", "44.80")}. What a row doesn't
 * say otherwise is 22.40 received today by 扫码; what begins with {@code <c} is markup of a spreadsheet.
 */
final class AReceiptSheet {

    private static final List<String> TITLES =
            List.of("外部流水号", "户号", "楼栋", "单元", "房号", "收款日期", "金额", "方式", "缴款人", "缴款人类型", "交纳月份", "备注");

    private final CollectedArea area;
    private final List<List<String>> rows = new ArrayList<>(List.of(TITLES));

    AReceiptSheet(CollectedArea area) {
        this.area = area;
    }

    /** @param others columns and what stands there */
    AReceiptSheet row(String externalNumber, String... others) {
        List<String> cells = new ArrayList<>(TITLES.stream().map(title -> "").toList());
        set(cells, "外部流水号", externalNumber);
        set(cells, "收款日期", area.today().toString());
        set(cells, "金额", "22.40");
        set(cells, "方式", "扫码");
        for (int i = 0; i < others.length; i += 2) {
            set(cells, others[i], others[i + 1]);
        }
        rows.add(cells);
        return this;
    }

    private static void set(List<String> cells, String title, String value) {
        assertThat(TITLES).contains(title);
        cells.set(TITLES.indexOf(title), value);
    }

    byte[] xlsx() {
        return RawWorkbook.of(IntStream.range(0, rows.size())
                        .mapToObj(i -> RawWorkbook.texts(i + 1, rows.get(i).toArray(String[]::new)))
                        .toArray(String[]::new))
                .bytes();
    }

    byte[] csv(Charset charset) {
        return rows.stream()
                .map(cells -> cells.stream()
                        .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"))
                .getBytes(charset);
    }

    UUID uploadedWith(MockMvcTester mvc, CurrentUser by) {
        return uploaded(xlsx(), "收款.xlsx", mvc, area, by);
    }

    static UUID uploaded(byte[] content, String name, MockMvcTester mvc, CollectedArea area, CurrentUser by) {
        MvcTestResult result = upload(content, name, mvc, area, by);
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return UUID.fromString(Pages.redirected(result).replaceAll(".*/", ""));
    }

    static MvcTestResult upload(byte[] content, String name, MockMvcTester mvc, CollectedArea area, CurrentUser by) {
        return mvc.post()
                .uri("/collection/receipts/areas/" + area.id() + "/import")
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .with(SignedIn.as(by))
                .with(csrf())
                .exchange();
    }

    /** The same lines under other headings. */
    static byte[] text(Charset charset, String... lines) {
        return Arrays.stream(lines).collect(Collectors.joining("\n")).getBytes(charset);
    }
}
