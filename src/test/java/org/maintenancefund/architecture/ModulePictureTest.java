package org.maintenancefund.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.MaintenanceFundApplication;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

/**
 * The picture of the modules in {@code docs/} is what the code says. {@code ./mvnw test -Dtest=ModulePictureTest
 * -Dpicture=draw} draws it anew.
 */
class ModulePictureTest {

    private static final Path SOURCE = Path.of("docs/modules.puml");
    private static final Path PICTURE = Path.of("docs/modules.svg");

    @TempDir
    Path folder;

    @Test
    void theModulesStandInTheDocumentsAsTheyAreInTheCode() throws IOException {
        new Documenter(
                        ApplicationModules.of(MaintenanceFundApplication.class, ArchitectureTests.DEMO),
                        Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults()
                        .withStyle(DiagramOptions.DiagramStyle.UML)
                        .withDependencyTypes(DependencyType.USES_COMPONENT));
        String drawn = Files.readString(folder.resolve("components.puml")).replace(" : \"uses\"", "");
        if ("draw".equals(System.getProperty("picture"))) {
            draw(drawn);
        }
        // The order of the lines differs from run to run.
        assertThat(Files.readAllLines(SOURCE))
                .as("draw the picture anew: -Dpicture=draw")
                .containsExactlyInAnyOrderElementsOf(drawn.lines().toList());
    }

    /** PlantUML's own layout, so that nothing has to be installed. */
    private static void draw(String source) throws IOException {
        Files.writeString(SOURCE, source);
        String ownLayout = source.replaceFirst("@startuml", "@startuml\n!pragma layout smetana");
        try (OutputStream picture = Files.newOutputStream(PICTURE)) {
            new SourceStringReader(ownLayout).outputImage(picture, new FileFormatOption(FileFormat.SVG));
        }
    }
}
