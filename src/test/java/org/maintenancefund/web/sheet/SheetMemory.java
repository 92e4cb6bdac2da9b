package org.maintenancefund.web.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetReader.SheetTable;
import org.springframework.util.unit.DataSize;

/**
 * Reads every file of a folder, in a process of its own with little memory, and says what became of each: six at once as a
 * table of few rows, then as one of many.
 */
final class SheetMemory {

    private SheetMemory() {}

    public static void main(String[] args) throws IOException {
        SheetReader reader =
                new SheetReader(new SheetProperties(DataSize.ofMegabytes(30), DataSize.ofMegabytes(200), 60));
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.sorted().toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        for (Path file : files) {
            List<String> few = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> outcome(reader, file, 500), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .distinct()
                    .toList();
            System.out.println(file.getFileName() + " " + String.join("|", few) + " " + outcome(reader, file, 100_000));
        }
        threads.shutdown();
    }

    private static String outcome(SheetReader reader, Path file, int most) {
        int[] rows = {0};
        try {
            reader.read(file, SheetsRead.Column.class, most, new SheetTable<>() {
                @Override
                public void head(String sheet, SheetHeader<SheetsRead.Column> header, SheetRow headings) {}

                @Override
                public void row(SheetRow row) {
                    rows[0]++;
                }
            });
            return rows[0] + " rows";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }
}
