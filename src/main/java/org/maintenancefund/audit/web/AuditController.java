package org.maintenancefund.audit.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditResult;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.audit.domain.AuditChain;
import org.maintenancefund.audit.domain.AuditChain.ChainVerification;
import org.maintenancefund.audit.domain.AuditEntry;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.audit.domain.AuditLog;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SummaryRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 操作日志: the auditor reads and verifies, and can change nothing. */
@Controller
@RequestMapping("/audit")
@RequiredArgsConstructor
class AuditController {

    private final AuditLog trailLog;
    private final AuditChain chain;
    private final AuditTrail trail;
    private final AuditLabels labels;

    @GetMapping("/entries/{id}")
    String entry(@PathVariable UUID id, Model model) {
        AuditEntry entry = trailLog.entry(id).orElseThrow(() -> new NotFound("audit entry"));
        AuditRow row = AuditRow.of(entry, labels);
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("audit.entry"))));
        model.addAttribute("entry", row);
        model.addAttribute("rows", rows(entry, row));
        model.addAttribute(
                "changes",
                entry.changes().stream()
                        .map(change -> new ChangeRow(
                                labels.field(change.field()),
                                labels.value(change.before()),
                                labels.value(change.after())))
                        .toList());
        return "audit/entry";
    }

    @PostMapping("/verification")
    ModelAndView verify(RedirectAttributes redirect) {
        ChainVerification found = chain.verify();
        trail.recordOnItsOwn(AuditEvent.of("AUDIT_CHAIN_VERIFIED")
                .change("sealed", null, found.sealed())
                .change("faults", null, found.faults())
                .endedWith(found.isIntact() ? AuditResult.SUCCESS : AuditResult.FAILURE));
        return FormPages.seeOther("/audit", found.isIntact() ? intact(found) : broken(found), redirect);
    }

    private Notice intact(ChainVerification found) {
        return Notice.success("audit.chain.intact", found.sealed(), found.waiting(), found.head());
    }

    private Notice broken(ChainVerification found) {
        return found.firstFault() == null
                ? Notice.of(Notice.Kind.ERROR, "audit.chain.beside", found.faults())
                : Notice.of(Notice.Kind.ERROR, "audit.chain.broken", found.faults(), found.firstFault());
    }

    /** What is known; a job has no address and a visitor no role. */
    private List<SummaryRow> rows(AuditEntry entry, AuditRow row) {
        return Stream.of(
                        line("person", row.person()),
                        line("role", entry.role() == null ? null : labels.role(entry.role())),
                        line("organisation", entry.organisationName()),
                        line("action", row.action()),
                        line("object", row.object()).withNote(entry.objectId()),
                        line("result", row.result().label()),
                        line("address", entry.remoteAddress()),
                        line("request", entry.requestNumber()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private SummaryRow line(String column, @Nullable String value) {
        return SummaryRow.of(Messages.of("audit.column." + column), value);
    }

    /** A changed field in words. */
    record ChangeRow(String field, String before, String after) {}
}
