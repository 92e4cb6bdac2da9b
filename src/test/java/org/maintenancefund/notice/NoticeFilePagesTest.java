package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.attachment.AttachmentReferences;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.notice.domain.NoticeFiles;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The files of a notice. */
@IntegrationTest
@Transactional
class NoticeFilePagesTest extends PagesOfNotices {

    @Autowired
    NoticeFiles files;

    @Autowired
    ObjectProvider<AttachmentReferences> references;

    private MvcTestResult upload(String address, byte[] content, String name) {
        return mvc.post()
                .uri(address + "/files")
                .multipart()
                .file(new MockMultipartFile("files", name, "application/pdf", content))
                .with(SignedIn.as(world.municipal()))
                .with(csrf())
                .exchange();
    }

    @Test
    void aDraftCanBeDeletedWithItsFiles() {
        String address = draft("写错的草稿");
        upload(address, SampleFiles.pdf(), "附表.pdf");
        assertThat(pages.open(address + "/delete", world.municipal())
                        .select("main")
                        .text())
                .contains("不能恢复");

        MvcTestResult deleted = act(address, "delete");

        assertThat(Pages.redirected(deleted)).isEqualTo("/manage/notices");
        assertThat(pages.get(address, world.municipal())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(files.of(number(address))).isEmpty();
    }

    @Test
    void aFileIsEverybodysAsLongAsTheNoticeIsShown() {
        String address = draft(TITLE);
        upload(address, SampleFiles.pdf(), "受理时间表.pdf");
        String file = files.of(number(address)).get(0).path();

        assertThat(visit(file)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(file, world.municipal())).hasStatusOk();
        act(address, "publish");
        assertThat(visit(file)).hasStatusOk();
        assertThat(Pages.parse(visit(publicAddress(address)))
                        .select(".notice-files a")
                        .text())
                .contains("受理时间表.pdf");
        act(address, "take-down");
        assertThat(visit(file)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(file, SignedIn.person("审计", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFileIsInUseUntilItIsTakenOff() {
        String address = draft(TITLE);
        upload(address, SampleFiles.pdf(), "一.pdf");
        var file = files.of(number(address)).get(0);

        assertThat(references.stream().flatMap(module -> module.inUse(List.of(file.id())).stream()))
                .containsExactly(file.id());
        pages.post(
                address + "/files/remove",
                world.municipal(),
                Map.of("file", file.id().toString()));
        assertThat(references.stream().flatMap(module -> module.inUse(List.of(file.id())).stream()))
                .isEmpty();
        assertThat(visit(file.path())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aFileThatIsNoneIsToldAndTheOthersStay() throws Exception {
        String address = draft(TITLE);
        MvcTestResult result = mvc.post()
                .uri(address + "/files")
                .multipart()
                .file(new MockMultipartFile("files", "好.pdf", "application/pdf", SampleFiles.pdf()))
                .file(new MockMultipartFile("files", "坏.exe", "application/pdf", new byte[] {1, 2, 3}))
                .with(SignedIn.as(world.municipal()))
                .with(csrf())
                .exchange();

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary").text()).contains("坏.exe");
        assertThat(page.select(".file-list").text()).contains("好.pdf");
        assertThat(mvc.post()
                        .uri(address + "/files")
                        .multipart()
                        .file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]))
                        .with(SignedIn.as(world.municipal()))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("请选择要添加的文件");
    }

    @Test
    void elevenFilesAreOneTooMany() {
        String address = draft(TITLE);
        for (int i = 1; i <= 10; i++) {
            upload(address, SampleFiles.pdf(), i + ".pdf");
        }

        assertThat(files.of(number(address))).hasSize(10);
        assertThat(pages.open(address, world.municipal()).select("input[type=file]"))
                .isEmpty();
        assertThat(upload(address, SampleFiles.pdf(), "11.pdf"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("一条公告最多 10 个附件");
    }
}
