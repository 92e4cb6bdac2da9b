package org.maintenancefund.bank.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.template.StatementTemplate;
import org.maintenancefund.bank.template.StatementTemplates;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Sha256;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.web.Filenames;
import org.maintenancefund.web.sheet.SheetReader;
import org.maintenancefund.web.sheet.SheetRow;
import org.springframework.stereotype.Component;

/** Reads a file that was uploaded, before any transaction begins: reading takes longer than a connection should be kept. */
@Component
@RequiredArgsConstructor
public class StatementUploads {

    /** Lines of a file at most, with what stands around them. */
    public static final int MOST_ROWS = 20_000;

    private final SheetReader sheets;
    private final StatementTemplates templates;
    private final StatementImportRegister imports;
    private final StatementIntake intake;

    /**
     * A file and what was told with it.
     *
     * @param template null where it is to be found out by the headings
     * @param typed    the account number, where the file says none
     */
    public record NewStatement(
            FundAccountId account, @Nullable UUID template, String typed, String filename, byte[] content) {}

    /**
     * What became of a file.
     *
     * @param id     of the import that waits to be confirmed; null where there are faults
     * @param faults why nothing of it is taken
     */
    public record Uploaded(@Nullable UUID id, List<Reason> faults) {

        public Uploaded {
            faults = List.copyOf(faults);
        }

        static Uploaded refused(List<Reason> faults) {
            return new Uploaded(null, faults);
        }
    }

    /** Reads and checks it, and keeps it to be confirmed where it is right. */
    public Uploaded upload(NewStatement told, CurrentUser user) {
        String sha256 = HexFormat.of().formatHex(Sha256.of(told.content()));
        try {
            imports.requireUnknown(told.account(), sha256);
            List<SheetRow> rows = read(told.content(), file -> sheets.rows(file, MOST_ROWS));
            StatementTemplate template = told.template() == null
                    ? StatementParser.recognise(rows, templates.all())
                    : templates.get(told.template());
            return intake.take(
                    told, sha256, Filenames.clean(told.filename()), StatementParser.parse(rows, template), user);
        } catch (Refusal refusal) {
            return Uploaded.refused(List.of(refusal.reason()));
        }
    }

    /** Of a file that is kept as long as it is read. */
    public static <T> T read(byte[] content, Function<Path, T> reading) {
        try {
            Path file = Files.createTempFile("statement", ".tmp");
            try {
                Files.write(file, content);
                return reading.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
