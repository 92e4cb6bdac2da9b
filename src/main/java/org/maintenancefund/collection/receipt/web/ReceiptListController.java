package org.maintenancefund.collection.receipt.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptList;
import org.maintenancefund.collection.receipt.ReceiptList.BuildingChoice;
import org.maintenancefund.collection.receipt.ReceiptState;
import org.maintenancefund.enterprise.CompanyFilter;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The receipts of an area: the list, and the same list as a spreadsheet. */
@Controller
@RequestMapping(ReceiptAreaController.PATH + "/areas/{area}")
@RequiredArgsConstructor
class ReceiptListController {

    private static final List<SheetColumn<ReceiptList.Row>> COLUMNS = List.of(
            SheetColumn.of("collection.field.number", ReceiptList.Row::number),
            SheetColumn.of("collection.field.day", ReceiptList.Row::receivedOn),
            SheetColumn.of("collection.field.unitNumber", ReceiptList.Row::unitNumber),
            SheetColumn.of("collection.field.place", row -> row.place().shown()),
            SheetColumn.of("collection.field.amount", row -> row.amount().decimal()),
            SheetColumn.of("collection.field.left", row -> row.left().decimal()),
            SheetColumn.of("collection.field.way", row -> row.way().label()),
            SheetColumn.of("collection.field.from", row -> row.from().label()),
            SheetColumn.of("collection.field.payer", ReceiptList.Row::payer),
            SheetColumn.of("collection.field.externalNumber", ReceiptList.Row::externalNumber),
            SheetColumn.of("collection.field.fiscalNumber", ReceiptList.Row::fiscalNumber),
            SheetColumn.of("collection.field.state", row -> row.state().label()),
            SheetColumn.of("collection.field.recorded", ReceiptList.Row::recordedByName),
            SheetColumn.of("collection.field.recordedAt", row -> Times.minute(row.recordedAt())),
            SheetColumn.of("collection.field.note", ReceiptList.Row::note));

    private final CollectionRights rights;
    private final ReceiptList receipts;
    private final CompanyFilter companies;
    private final Exports exports;

    @GetMapping
    String list(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        AreaView found = rights.get(area, user);
        model.addAttribute("area", found);
        model.addAttribute("collects", rights.mayCollect(found, user));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(found.name())));
        list(found, address, user).show(model);
        return "collection/list";
    }

    @GetMapping("/export")
    void export(
            @PathVariable AreaId area,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        AreaView found = rights.get(area, user);
        exports.send(
                response, Messages.of("collection.export", found.code()), list(found, address, user), COLUMNS, user);
    }

    private ListPage<ReceiptList.Row> list(AreaView area, Map<String, List<String>> address, CurrentUser user) {
        SeenMonths months = rights.months(area, user);
        ReceiptList.Choices choices = receipts.choices(area.id(), months);
        ListFilter filter = new ListFilter(ReceiptPages.list(area.id()), address);
        ReceiptList.Filter wanted = new ReceiptList.Filter(
                filter.text("text"),
                filter.period("from", "to", Messages.of("collection.field.day")),
                filter.one("way", PaymentWay.class),
                filter.one("person", choices.people(), person -> person, person -> person),
                filter.one("state", ReceiptState.class),
                filter.one("building", choices.buildings(), BuildingChoice::key, BuildingChoice::name),
                filter.ticked("prepaid", Messages.of("collection.filter.prepaid")),
                companies.read(filter, address));
        return new ListPage<>(filter, receipts.of(area.id(), months, wanted));
    }
}
