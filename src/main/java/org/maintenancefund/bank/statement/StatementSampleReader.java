package org.maintenancefund.bank.statement;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.template.SampleReader;
import org.maintenancefund.bank.template.SampleUploads;
import org.maintenancefund.bank.template.StatementSample;
import org.maintenancefund.bank.template.StatementSamples;
import org.maintenancefund.bank.template.StatementTemplate;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetReader;
import org.maintenancefund.web.sheet.SheetRow;
import org.springframework.stereotype.Component;

/** Reads samples as statements are read. */
@Component
@RequiredArgsConstructor
class StatementSampleReader implements SampleReader, SampleUploads {

    private final SheetReader sheets;
    private final StatementSamples samples;

    @Override
    public UUID keep(String filename, byte[] content, CurrentUser by) {
        List<SheetRow> rows = StatementUploads.read(content, file -> sheets.rows(file, StatementUploads.MOST_ROWS));
        return samples.keep(filename, rows, by);
    }

    @Override
    public Result read(StatementSample sample, StatementTemplate template) {
        List<SheetRow> rows = sample.content().rows().stream()
                .map(row -> SheetRow.ofTexts(row.number(), row.cells()))
                .toList();
        try {
            Statement read = StatementParser.parse(rows, template);
            List<Reason> faults = new java.util.ArrayList<>(read.faults());
            if (faults.isEmpty() && read.lines().size() > 1) {
                StatementOrder.of(read.lines()).fault().ifPresent(faults::add);
            }
            if (faults.isEmpty() && read.lines().isEmpty()) {
                faults.add(Reason.of("bank.read.no-lines"));
            }
            return new Result(StatementImportPages.table(read.lines()), faults);
        } catch (Refusal refusal) {
            return new Result(StatementImportPages.table(List.of()), List.of(refusal.reason()));
        }
    }
}
