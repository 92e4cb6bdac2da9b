package org.maintenancefund.city.web;

import java.util.List;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditHistory;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.domain.CentreRecord;
import org.maintenancefund.city.domain.DistrictService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.SummaryRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 区中心管理: all district centres of the city (a dozen: no filters, no pages), and each with its history. */
@Controller
@RequestMapping("/district-centres")
class CentreListController {

    private final DistrictService service;
    private final AuditHistory history;

    CentreListController(DistrictService service, AuditHistory history) {
        this.service = service;
        this.history = history;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("centres", service.all());
        return "city/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable DistrictId id, Model model) {
        CentreRecord known = service.get(id);
        model.addAttribute("centre", known.centre());
        model.addAttribute("rows", rows(known));
        model.addAttribute("history", history.of("district", id));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(known.centre().name())));
        return "city/show";
    }

    private List<SummaryRow> rows(CentreRecord known) {
        return List.of(
                row("name", known.centre().name()),
                row("code", known.centre().code())
                        .withNote(Messages.of("city.code.use", known.centre().code())),
                SummaryRow.ofLines(
                        Messages.of("city.field.gbCode"),
                        List.of(known.gbCode() == null ? Messages.of("city.no-gb-code") : known.gbCode())),
                row("centreName", known.centre().centreName()),
                row("phone", known.centre().phone()),
                row("address", known.centre().address()),
                SummaryRow.ofLines(
                        Messages.of("city.field.streets"),
                        known.centre().streets().stream().map(Street::name).toList()));
    }

    private SummaryRow row(String field, Object value) {
        return SummaryRow.of(Messages.of("city.field." + field), value);
    }
}
