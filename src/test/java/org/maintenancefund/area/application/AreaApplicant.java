package org.maintenancefund.area.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody who completes a community's information, step by step, by the pages. */
final class AreaApplicant {

    static final String PATH = "/areas/applications/new";

    private final MockMvcTester mvc;
    private final Pages pages;
    final CurrentUser user;
    private String draft = "";

    /** A person with an account, because who applied is who is phoned. */
    AreaApplicant(MockMvcTester mvc, CurrentUser user) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.user = user;
    }

    static Map<String, String> basics(DistrictCentre district, String name) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("district", district.id().toString());
        form.put("street", district.streets().get(0).id().toString());
        form.put("community", "听雨社区");
        form.put("address", "听雨路 8 号");
        form.put("parcelNumbers", "TY-0001、TY-0002");
        return form;
    }

    static Map<String, String> scale() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("type", "RESIDENTIAL");
        form.put("total", "２,０００.5");
        form.put("residential", "1800.5");
        form.put("commercial", "200");
        form.put("other", "");
        form.put("buildings", "2");
        form.put("households", "30");
        form.put("yearBuilt", "2012");
        return form;
    }

    static Map<String, String> building(String name) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", name);
        form.put("storeys", "6");
        form.put("units", "2");
        form.put("households", "15");
        form.put("floorArea", "1000.25");
        return form;
    }

    void start() {
        begin(Map.of());
    }

    void startOf(AreaId area) {
        begin(Map.of("area", area.toString()));
    }

    private void begin(Map<String, String> form) {
        goOnAt(Pages.redirected(pages.post("/areas/applications/start", user, form)));
    }

    /** The draft at that address is what the steps below are about. */
    void goOnAt(String address) {
        assertThat(address).startsWith(PATH + "?draft=");
        draft = address.substring(PATH.length());
    }

    /** The address of a page of the draft. */
    String at(String rest) {
        return PATH + rest + draft;
    }

    MvcTestResult step(String word, Map<String, String> form) {
        return pages.post(at("/" + word), user, form);
    }

    /** All steps of a new area, with two buildings that add up. */
    void fillIn(DistrictCentre district, String name) {
        assertThat(step("basics", basics(district, name))).hasRedirectedUrl(at("/scale"));
        assertThat(step("scale", scale())).hasRedirectedUrl(at("/buildings"));
        assertThat(step("buildings", building("1 栋"))).hasStatus(303);
        assertThat(step("buildings", building("2 栋"))).hasStatus(303);
        assertThat(step("account", Map.of("own", "no"))).hasRedirectedUrl(at("/check"));
    }

    ApplicationNumber submit(Applications applications) {
        assertThat(step("check", Map.of())).hasRedirectedUrl("/areas/applications");
        return applications
                .own(AreaApplicationDefinition.KIND, user.organisation())
                .page(Cursor.start())
                .items()
                .get(0)
                .number();
    }

    MvcTestResult upload(List<List<String>> rows) {
        return upload(sheet(rows));
    }

    MvcTestResult upload(byte[] content) {
        MockMultipartFile file = new MockMultipartFile("file", "楼栋.xlsx", null, content);
        return mvc.post()
                .uri(at("/buildings/import"))
                .multipart()
                .file(file)
                .with(SignedIn.as(user))
                .with(csrf())
                .exchange();
    }

    private static byte[] sheet(List<List<String>> rows) {
        List<SheetColumn<List<String>>> columns = java.util.stream.IntStream.range(
                        0, rows.get(0).size())
                .mapToObj(place -> new SheetColumn<List<String>>(
                        rows.get(0).get(place), row -> place < row.size() ? row.get(place) : null))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SheetWriter.write(out, "楼栋", columns, rows.stream().skip(1).iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
