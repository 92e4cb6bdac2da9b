package org.maintenancefund.area.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A spreadsheet of areas on its way in: {@code AnImport.in(district).row("新苑").row("旧苑", "DH-00001", …).uploadedWith(mvc)}.
 * All rows lie in the first street of the district.
 */
public final class AnImport {

    public static final CurrentUser MUNICIPAL = SignedIn.person(
            "林致远", Role.MUNICIPAL_STAFF, new OrgRef(OrgType.MUNICIPAL_CENTRE, UUID.randomUUID()), "市管理中心", null);

    private static final List<String> TITLES =
            List.of("编号", "名称", "曾用名", "区", "街道", "地址", "宗地号", "物业类型", "总建筑面积", "幢数", "户数", "备注栏");

    private final DistrictCentre district;
    private final List<List<String>> rows = new ArrayList<>();

    private AnImport(DistrictCentre district) {
        this.district = district;
    }

    public static AnImport in(DistrictCentre district) {
        return new AnImport(district);
    }

    /** A new area of that name. */
    public AnImport row(String name) {
        return row("", name, "", "", "120");
    }

    /** An area with these cells; the others say the same in every row. */
    public AnImport row(String code, String name, String aliases, String parcels, String households) {
        String street = district.streets().get(0).name();
        rows.add(List.of(
                code,
                name,
                aliases,
                district.name(),
                street,
                "测试路 1 号",
                parcels,
                "住宅",
                "1000.50",
                "3",
                households,
                "备注"));
        return this;
    }

    public UUID uploadedWith(MockMvcTester mvc) {
        return uploadedWith(mvc, "表.xlsx");
    }

    public UUID uploadedWith(MockMvcTester mvc, String filename) {
        MvcTestResult result = mvc.post()
                .uri("/areas/import")
                .multipart()
                .file(new MockMultipartFile("file", filename, null, content()))
                .with(SignedIn.as(MUNICIPAL))
                .with(csrf())
                .exchange();
        assertThat(result).hasStatus3xxRedirection();
        return UUID.fromString(result.getResponse().getRedirectedUrl().replaceAll(".*/", ""));
    }

    public byte[] content() {
        List<SheetColumn<List<String>>> columns = new ArrayList<>();
        for (int place = 0; place < TITLES.size(); place++) {
            int column = place;
            columns.add(new SheetColumn<>(TITLES.get(place), line -> line.get(column)));
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SheetWriter.write(out, "表", columns, rows.iterator());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
