package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilenamesTest {

    @ParameterizedTest
    @CsvSource({
        "备案证明.pdf, pdf, 备案证明.pdf",
        "备案证明.PDF, pdf, 备案证明.pdf",
        "照片.JPEG, jpg, 照片.jpeg",
        "C:\\Users\\wang\\备案证明.pdf, pdf, 备案证明.pdf",
        "../../etc/passwd, pdf, passwd.pdf",
        "备案证明.pdf.html, pdf, 备案证明.pdf.html.pdf",
        "页面.html, png, 页面.html.png",
        "'a<b>:\"c\"|?*;%.pdf', pdf, a_b___c______.pdf",
        ".htaccess, pdf, htaccess.pdf",
        "'  .pdf', pdf, 附件.pdf",
        "'', pdf, 附件.pdf",
        "'/', png, 附件.png",
    })
    void aNameIsMadeSafeAndGetsTheExtensionOfWhatTheFileIs(String sent, String extension, String cleaned) {
        assertThat(Filenames.clean(sent, extension)).isEqualTo(cleaned);
    }

    @Test
    void invisibleCharactersCanNotHideAnExtension() {
        assertThat(Filenames.clean("证明\u202efdp.exe\u0000\r\n", "pdf")).isEqualTo("证明_fdp.exe___.pdf");
    }

    @Test
    void aMissingNameIsReplaced() {
        assertThat(Filenames.clean(null, "pdf")).isEqualTo("附件.pdf");
    }

    @Test
    void aLongNameIsCutBeforeItsExtensionAndNotInsideACharacter() {
        String name = Filenames.clean("𠮷".repeat(300) + ".pdf", "pdf");
        assertThat(name).isEqualTo("𠮷".repeat(116) + ".pdf");
    }
}
