package org.maintenancefund.notification.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.domain.Deliveries;
import org.maintenancefund.notification.domain.Deliveries.Delivery;
import org.maintenancefund.notification.domain.Deliveries.Part;
import org.maintenancefund.notification.domain.DeliverySearch;
import org.maintenancefund.notification.domain.MessageState;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 消息发送记录: what leaves the system by SMS and e-mail, first of all what a person has to look at. */
@Controller
@RequestMapping(DeliveryController.PATH)
class DeliveryController extends ListController<Delivery> {

    static final String PATH = "/message-deliveries";

    /** The ways that leave the system. */
    private static final List<Channel> SENT_BY = List.of(Channel.SMS, Channel.EMAIL);

    private final Deliveries deliveries;
    private final NotificationProperties settings;

    DeliveryController(Deliveries deliveries, NotificationProperties settings, Exports exports) {
        super(exports, "notification/deliveries", "Page.MESSAGE_DELIVERIES");
        this.deliveries = deliveries;
        this.settings = settings;
    }

    @Override
    @GetMapping
    public String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListPage<Delivery> page = list(address, user);
        DeliverySearch search = search(new ListFilter(PATH, address));
        Map<Part, CappedCount> counts = deliveries.counts(search);
        page.showCounted(model, Objects.requireNonNull(counts.get(part(page.filter()))));
        model.addAttribute(
                "tabs", page.filter().tabs("tab", part -> Objects.requireNonNull(counts.get(Part.valueOf(part)))));
        model.addAttribute("oldestFirst", part(page.filter()).isOldestFirst());
        model.addAttribute("kept", page.filter().with("", "").substring(PATH.length()));
        model.addAttribute(
                "channels",
                settings.channels().stream()
                        .sorted()
                        .map(channel -> channel.label())
                        .toList());
        model.addAttribute("dead", page.filter().shown("tab").equals(Part.DEAD.name()));
        return "notification/deliveries";
    }

    @Override
    protected ListPage<Delivery> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        DeliverySearch search = search(filter);
        return new ListPage<>(filter, deliveries.list(part(filter), search));
    }

    private static Part part(ListFilter filter) {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equals(filter.shown("tab")))
                .findFirst()
                .orElse(Part.DEAD);
    }

    /** Reads the tab and the filters, in their order. */
    private static DeliverySearch search(ListFilter filter) {
        filter.tab("tab", Option.ofEnum(Part.class), Part.DEAD.name());
        return new DeliverySearch(
                filter.text("q"),
                filter.one("channel", SENT_BY, Channel::name, Channel::label),
                filter.one("state", MessageState.class),
                filter.period("from", "to", Messages.of("notification.filter.written")));
    }

    @Override
    protected List<SheetColumn<Delivery>> columns() {
        return List.of(
                SheetColumn.of("notification.column.time", row -> Times.second(row.createdAt())),
                SheetColumn.of("notification.column.kind", row -> row.kind().label()),
                SheetColumn.of("notification.column.number", Delivery::number),
                SheetColumn.of(
                        "notification.column.channel", row -> row.channel().label()),
                SheetColumn.of("notification.column.recipient", Delivery::name),
                SheetColumn.of("notification.column.address", Delivery::masked),
                SheetColumn.of("notification.column.state", row -> row.state().label()),
                SheetColumn.of("notification.column.tries", Delivery::tries),
                SheetColumn.of("notification.column.trouble", Delivery::wrong));
    }

    @PostMapping("/{id}/resend")
    ModelAndView resend(
            @PathVariable UUID id,
            @RequestParam MessageState seen,
            @RequestParam MultiValueMap<String, String> address,
            RedirectAttributes flash) {
        return decide(id, seen, deliveries::resend, "notification.resent", back(address), flash);
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam MessageState seen,
            @RequestParam MultiValueMap<String, String> address,
            RedirectAttributes flash) {
        return decide(id, seen, deliveries::confirm, "notification.confirmed", back(address), flash);
    }

    @PostMapping("/{id}/drop")
    ModelAndView drop(
            @PathVariable UUID id,
            @RequestParam MessageState seen,
            @RequestParam MultiValueMap<String, String> address,
            RedirectAttributes flash) {
        return decide(id, seen, deliveries::drop, "notification.dropped", back(address), flash);
    }

    @PostMapping("/resend")
    ModelAndView resendFailed(RedirectAttributes flash) {
        int again = deliveries.resendFailed();
        return FormPages.seeOther(
                PATH,
                again == 0
                        ? Notice.info("notification.none-failed")
                        : Notice.success("notification.resent-failed", again),
                flash);
    }

    /** The list as it was: its tab and its filters stand in the address of the form. */
    private static String back(MultiValueMap<String, String> address) {
        ListFilter filter = new ListFilter(PATH, address);
        search(filter);
        return filter.with("", "");
    }

    private static ModelAndView decide(
            UUID id,
            MessageState seen,
            BiConsumer<UUID, MessageState> doing,
            String done,
            String back,
            RedirectAttributes flash) {
        Notice notice;
        try {
            doing.accept(id, seen);
            notice = Notice.of(Notice.Kind.SUCCESS, done);
        } catch (Refusal quicker) {
            notice = new Notice(Notice.Kind.WARNING, Messages.of(quicker.reason()), null);
        }
        return FormPages.seeOther(back, notice, flash);
    }
}
