package org.maintenancefund.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The auditor reads words and not codes: whatever the source text records has a word in the messages files. */
class AuditWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "audit.action., AuditEvent\\.of\\(\"([A-Z0-9_]*[A-Z0-9])\"",
        "audit.object., \\.on\\(\"([A-Za-z-]+)\"",
        "audit.field., \\.change\\(\"([A-Za-z-]+)\"",
    })
    void everyCodeThatIsRecordedHasAWord(String prefix, String pattern) throws IOException {
        Properties words = words();
        TreeSet<String> without = new TreeSet<>();
        int recorded = 0;
        for (String source : sourcesThatRecord()) {
            Matcher code = Pattern.compile(pattern).matcher(source);
            while (code.find()) {
                recorded++;
                if (!words.containsKey(prefix + code.group(1))) {
                    without.add(prefix + code.group(1));
                }
            }
        }
        assertThat(recorded).as("codes found in the source text").isPositive();
        assertThat(without).isEmpty();
    }

    private static Iterable<String> sourcesThatRecord() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditWordsTest::read)
                    .filter(source -> source.contains("AuditEvent"))
                    // An example in a comment records nothing.
                    .map(source -> source.replaceAll("(?m)^\\s*\\*.*$", ""))
                    .toList();
        }
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
            }
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
