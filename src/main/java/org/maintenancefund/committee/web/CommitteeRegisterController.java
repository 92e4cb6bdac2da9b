package org.maintenancefund.committee.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.Export;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.SeenDistricts;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.change.CommitteeChangeDefinition;
import org.maintenancefund.committee.domain.CommitteeRegister;
import org.maintenancefund.committee.domain.TermWatch;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.Chips;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 业委会信息查询: a district's own, the municipal centre's all. */
@Controller
class CommitteeRegisterController {

    private final CommitteeRegister register;
    private final Committees committees;
    private final PropertyAreas areas;
    private final Operators operators;
    private final VersionHistory history;
    private final Districts districts;
    private final Exports exports;
    private final ObjectProvider<AreaMergeParticipant> participants;
    private final OpenDrafts drafts;
    private final Clock clock;

    CommitteeRegisterController(
            CommitteeRegister register,
            Committees committees,
            PropertyAreas areas,
            Operators operators,
            VersionHistory history,
            Districts districts,
            Exports exports,
            ObjectProvider<AreaMergeParticipant> participants,
            OpenDrafts drafts,
            Clock clock) {
        this.register = register;
        this.committees = committees;
        this.areas = areas;
        this.operators = operators;
        this.history = history;
        this.districts = districts;
        this.exports = exports;
        this.participants = participants;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A committee with the place it is for. */
    record Line(CommitteeView committee, AreaView place) {}

    @GetMapping(CommitteeFilterForm.PATH)
    String list(
            CommitteeFilterForm form,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        SeenDistricts seen = districts.seenBy(user);
        CommitteeRegister.Filter filter = form.filter(seen);
        Cursor cursor = NameQuery.cursor(after, before);
        List<Chip> chips = form.chips(seen, cursor);
        boolean readable = Chips.readable(chips);
        Slice<CommitteeView> slice = readable ? register.page(filter, cursor) : Slice.empty();
        model.addAttribute("form", form);
        if (user.is(Role.DISTRICT_STAFF)) {
            model.addAttribute("drafts", drafts.of(CommitteeChangeDefinition.KIND, user));
        }
        model.addAttribute("districts", seen.centres());
        model.addAttribute("attributes", CommitteeAttribute.values());
        model.addAttribute("statuses", CommitteeStatus.values());
        model.addAttribute("watches", TermWatch.values());
        model.addAttribute("chips", chips);
        model.addAttribute("slice", slice);
        model.addAttribute("lines", lines(slice.items()));
        model.addAttribute("total", readable ? register.count(filter) : CappedCount.none());
        return "committee/list";
    }

    @GetMapping(CommitteeFilterForm.PATH + "/export")
    void export(CommitteeFilterForm form, @AuthenticationPrincipal CurrentUser user, HttpServletResponse response)
            throws IOException {
        SeenDistricts seen = districts.seenBy(user);
        CommitteeRegister.Filter filter = form.filter(seen);
        exports.send(
                response,
                new Export<>(
                        "业委会",
                        form.chips(seen, Cursor.start()),
                        register.count(filter),
                        columns(),
                        new Batches<>(NameQuery.KEY_PARTS, cursor -> {
                            Slice<CommitteeView> batch = register.batch(filter, cursor);
                            return new Slice<>(lines(batch.items()), batch.previous(), batch.next());
                        })));
    }

    private static List<SheetColumn<Line>> columns() {
        return List.of(
                new SheetColumn<>("业委会名称", line -> line.committee().name()),
                new SheetColumn<>("物业区域编号", line -> line.place().code()),
                new SheetColumn<>("物业区域", line -> line.place().name()),
                new SheetColumn<>("所属区", line -> line.place().districtName()),
                new SheetColumn<>("街道", line -> line.place().streetName()),
                new SheetColumn<>("属性", line -> line.committee().attribute().label()),
                new SheetColumn<>("届次", line -> term(line, Term::number)),
                new SheetColumn<>("本届起始日期", line -> term(line, Term::start)),
                new SheetColumn<>("本届届满日期", line -> term(line, Term::end)),
                new SheetColumn<>("备案号", line -> line.committee().filingNumber()),
                new SheetColumn<>("办公地址", line -> line.committee().officeAddress()),
                new SheetColumn<>("联系人姓名", line -> line.committee().contactName()),
                new SheetColumn<>(
                        "联系人手机号码", line -> line.committee().contactMobile().masked()),
                new SheetColumn<>("状态", line -> line.committee().status().label()));
    }

    private static @Nullable Object term(Line line, Function<Term, Object> part) {
        Term term = line.committee().term();
        return term == null ? null : part.apply(term);
    }

    private List<Line> lines(List<CommitteeView> page) {
        Map<AreaId, AreaView> places = areas
                .views(page.stream().map(CommitteeView::area).distinct().toList())
                .stream()
                .collect(Collectors.toMap(AreaView::id, Function.identity()));
        return page.stream()
                .map(committee -> new Line(committee, Objects.requireNonNull(places.get(committee.area()))))
                .toList();
    }

    @GetMapping("/committees/{id}")
    String show(@PathVariable CommitteeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        CommitteeView committee = committees.get(id);
        if (user.district() != null && !user.district().equals(committee.district())) {
            throw new NotFound("committee " + id);
        }
        List<AreaFact> facts = participants
                .orderedStream()
                .filter(tie -> !tie.name().equals("committee"))
                .flatMap(tie -> tie.facts(List.of(committee.area())).stream())
                .toList();
        model.addAttribute("committee", committee);
        model.addAttribute("area", areas.standing(committee.area()));
        model.addAttribute("facts", facts);
        model.addAttribute("operators", operators.of(id.ref()));
        model.addAttribute("terms", TermLine.of(committee, LocalDate.now(clock)));
        model.addAttribute("versions", history.of(id));
        model.addAttribute("mayChange", user.is(Role.DISTRICT_STAFF));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(committee.name())));
        return "committee/show";
    }
}
