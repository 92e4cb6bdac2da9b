package org.maintenancefund.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.MaintenanceFundApplication;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What people read stands in {@code messages/} and in templates, and all that is asked for stands there. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main/java/org/maintenancefund");
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern KEY = Pattern.compile(
            "(?:Messages\\.(?:of|list)|Notice\\.(?:success|info|warning)|Reason\\.of|Refusal\\.because|RecordTable\\.of|Todo\\.of|SheetColumn\\.of"
                    + "|SystemCheck\\.(?:good|look))"
                    + "\\(\\s*\"([^\"]+)\"\\s*[,)]");

    /** Said before there are messages, read as Chinese, names and amounts as people write them, and a made-up city. */
    private static final Set<String> EXCEPTIONS = Set.of(
            "startup/",
            "embedded/",
            "account/shared/SettingsCheck.java",
            "account/shared/TrustedSockets.java",
            "area/domain/AreaPhrase.java",
            "notification/SettingsCheck.java",
            "kernel/MaskedNames.java",
            "kernel/LandlineNumber.java",
            "kernel/Numerals.java",
            "kernel/PersonName.java",
            "kernel/SortKey.java",
            "kernel/TypedDate.java",
            "kernel/money/AmountInWords.java",
            "kernel/TypedMonth.java",
            "kernel/search/NameCore.java",
            "kernel/search/NameSound.java",
            "kernel/search/NameWriting.java",
            "web/sheet/",
            "account/username/SimplifiedNames.java",
            "account/username/UnitNames.java",
            "area/domain/AreaText.java",
            "area/domain/NearNames.java",
            "area/domain/SiblingNames.java",
            "area/application/BuildingSheet.java",
            "bank/statement/StatementTotals.java",
            "bank/template/StatementDates.java",
            "collection/NamedMonths.java",
            "collection/receipt/importing/ReceivedDay.java",
            "committee/TermNumber.java",
            "committee/domain/CommitteeName.java",
            "enterprise/registration/NearCompanies.java",
            "organisation/Organisations.java",
            "unit/PlaceText.java",
            "city/CityProperties.java",
            "city/Setting.java",
            "city/domain/HolidayNotice.java");

    @Test
    void everyLabelledConstantHasALabel() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Labelled.class));
        for (BeanDefinition found :
                scanner.findCandidateComponents(MaintenanceFundApplication.class.getPackageName())) {
            for (Object constant : Class.forName(found.getBeanClassName()).getEnumConstants()) {
                assertThat(((Labelled) constant).label())
                        .as("%s.%s", found.getBeanClassName(), constant)
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path file : sources()) {
            Matcher key = KEY.matcher(Files.readString(file));
            while (key.find()) {
                if (Messages.find(key.group(1)) == null) {
                    missing.add(key.group(1) + " in " + file.getFileName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !seen.add(key))
                        .forEach(twice::add);
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void noSentenceStandsInTheCode() throws IOException {
        assertThat(chinese("String a = \"/** 好\"; // \"注\"\n/* \"评\" */")).isEqualTo(1);

        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String name = MAIN.relativize(file).toString().replace('\\', '/');
            long literals = chinese(Files.readString(file));
            if (literals > 0 && EXCEPTIONS.stream().noneMatch(name::startsWith)) {
                found.add(name + ": " + literals);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void timesAreWrittenInOnePlace() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            if (Files.readString(file).contains("DateTimeFormatter.ofPattern(")) {
                found.add(MAIN.relativize(file).toString().replace('\\', '/'));
            }
        }
        assertThat(found).containsExactly("kernel/Times.java");
    }

    private static long chinese(String source) {
        return COMMENT_OR_TEXT
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(found ->
                        found.startsWith("\"") && CHINESE.matcher(found).find())
                .count();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
