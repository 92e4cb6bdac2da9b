package org.maintenancefund.disclosure.paper.web;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.disclosure.paper.IssuedPaper;
import org.maintenancefund.disclosure.paper.PaperContent;
import org.maintenancefund.disclosure.paper.PaperValidity;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.QrCode;

/**
 * A paper as it is printed: what it says, number and 校验码, and where both are verified. The address in its QR code has the number
 * alone: what stands in an address stands in logs.
 *
 * @param code    校验码; grouped
 * @param issuer  who gave it out; null where the household printed it
 * @param issuedBy and which person
 */
public record PaperPage(
        String title,
        String number,
        String code,
        PaperContent content,
        PaperValidity standing,
        String address,
        String qrCode,
        @Nullable String issuer,
        @Nullable String issuedBy,
        Instant issuedAt) {

    /** @param names how the names of people are written */
    public static PaperPage of(
            IssuedPaper paper, OneTimeCode code, PaperValidity standing, UnaryOperator<String> names) {
        String address = Paper.addressOf(Page.VERIFICATION.path());
        PaperContent content = paper.content();
        return new PaperPage(
                paper.kind().title(),
                paper.number().value(),
                code.grouped(),
                content.withLines(named(content.lines(), names)),
                standing,
                address,
                QrCode.svg(address + "?number=" + paper.number(), Messages.of("disclosure.verify.scan")),
                paper.organisation(),
                paper.issuedByName(),
                paper.issuedAt());
    }

    private static List<PaperContent.Line> named(List<PaperContent.Line> lines, UnaryOperator<String> names) {
        return lines.stream()
                .map(line ->
                        line.personal() ? new PaperContent.Line(line.label(), names.apply(line.value()), true) : line)
                .toList();
    }
}
