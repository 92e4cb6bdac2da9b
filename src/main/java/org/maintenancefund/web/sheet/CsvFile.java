package org.maintenancefund.web.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Refusal;

/**
 * A table as text (.csv) that is open, of one sheet without a name. How it is encoded its content says: what is UTF-8 in every byte
 * is UTF-8, else it is GB18030, of which GBK and GB2312 are parts; Excel's "Unicode text" begins with its mark. What parts the
 * cells is what most lines near its beginning have as often as one another: commas, tabs or semicolons.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class CsvFile implements OpenWorkbook {

    private static final Sheet ONLY = new Sheet("", "");
    private static final char[] PARTING = {',', '\t', ';'};
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** So much of the text is looked at for what parts its cells. */
    private static final int BEGINNING = 64 * 1024;

    private static final int LINES = 25;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final Path path;
    private final Charset charset;
    private final char delimiter;
    private final UnpackedLimit limit;
    private final int maxColumns;

    /** @throws Refusal where it is neither of these encodings */
    static CsvFile open(Path path, UnpackedLimit limit, int maxColumns) throws IOException {
        Charset charset = charsetOf(path);
        return new CsvFile(path, charset, delimiterOf(path, charset), limit, maxColumns);
    }

    private static Charset charsetOf(Path path) throws IOException {
        if (isUtf16(path)) {
            return StandardCharsets.UTF_16;
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (isWholly(path, charset)) {
                return charset;
            }
        }
        throw Refusal.because("web.sheet.encoding");
    }

    private static boolean isUtf16(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            byte[] head = content.readNBytes(2);
            return head.length == 2 && (head[0] & 0xFF ^ head[1] & 0xFF) == 1 && ((head[0] | head[1]) & 0xFF) == 0xFF;
        }
    }

    private static boolean isWholly(Path path, Charset charset) throws IOException {
        try (Reader text = text(Files.newInputStream(path), charset)) {
            char[] some = new char[8 * 1024];
            while (text.read(some) >= 0) {
                // Only whether it can be read.
            }
            return true;
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    private static char delimiterOf(Path path, Charset charset) throws IOException {
        char[] some = new char[BEGINNING];
        int length = 0;
        try (Reader text = text(Files.newInputStream(path), charset)) {
            for (int read = 0; read >= 0 && length < BEGINNING; length += Math.max(read, 0)) {
                read = text.read(some, length, BEGINNING - length);
            }
        }
        String beginning = QUOTED.matcher(new String(some, 0, length)).replaceAll("");
        char found = PARTING[0];
        for (char delimiter : PARTING) {
            if (alike(beginning, delimiter) > alike(beginning, found)) {
                found = delimiter;
            }
        }
        return found;
    }

    /** How many lines have it, and as often as one another: some programs put tabs around numbers, and names have commas. */
    private static long alike(String text, char delimiter) {
        return text
                .lines()
                .limit(LINES)
                .map(line -> line.chars().filter(c -> c == delimiter).count())
                .filter(count -> count > 0)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /** Without the mark at its beginning; what can't be read fails. */
    private static Reader text(InputStream content, Charset charset) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                content,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(ONLY);
    }

    @Override
    public CsvRows rows(Sheet sheet) throws IOException {
        return CsvRows.of(text(limit.count(Files.newInputStream(path)), charset), delimiter, maxColumns);
    }

    @Override
    public void close() {
        // Each reader of its rows is closed by itself.
    }
}
