package org.maintenancefund.committee.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.audit.ListController;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.change.CommitteeChangeDefinition;
import org.maintenancefund.committee.dissolution.CommitteeDissolutionDefinition;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.committee.domain.CommitteeRegister;
import org.maintenancefund.committee.domain.TermWatch;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** 业委会信息查询: a district's own, the municipal centre's all. */
@Controller
@RequestMapping(CommitteeRegisterController.PATH)
class CommitteeRegisterController extends ListController<CommitteeRegisterController.Line> {

    static final String PATH = "/committees";

    private static final List<SheetColumn<Line>> COLUMNS = List.of(
            SheetColumn.of("committee.field.name", line -> line.committee().name()),
            SheetColumn.of(
                    "committee.register.column.code", line -> line.place().code()),
            SheetColumn.of("committee.field.area", line -> line.place().name()),
            SheetColumn.of(
                    "committee.register.column.district", line -> line.place().districtName()),
            SheetColumn.of(
                    "committee.register.column.street", line -> line.place().streetName()),
            SheetColumn.of(
                    "committee.field.attribute",
                    line -> line.committee().attribute().label()),
            SheetColumn.of("committee.field.termNumber", line -> term(line, Term::number)),
            SheetColumn.of("committee.field.termStart", line -> term(line, Term::start)),
            SheetColumn.of("committee.field.termEnd", line -> term(line, Term::end)),
            SheetColumn.of(
                    "committee.field.filingNumber", line -> line.committee().filingNumber()),
            SheetColumn.of(
                    "committee.field.officeAddress", line -> line.committee().officeAddress()),
            SheetColumn.of(
                    "committee.field.contactName", line -> line.committee().contactName()),
            SheetColumn.of(
                    "committee.field.contactMobile",
                    line -> line.committee().contactMobile().masked()),
            SheetColumn.of(
                    "committee.register.column.status",
                    line -> line.committee().status().label()));

    private final CommitteeRegister register;
    private final CommitteeRecords records;
    private final PropertyAreas areas;
    private final CommitteePages pages;
    private final Districts districts;
    private final ObjectProvider<AreaMergeParticipant> participants;
    private final OpenDrafts drafts;
    private final ProgressLines lines;

    CommitteeRegisterController(
            CommitteeRegister register,
            CommitteeRecords records,
            PropertyAreas areas,
            CommitteePages pages,
            Districts districts,
            Exports exports,
            ObjectProvider<AreaMergeParticipant> participants,
            OpenDrafts drafts,
            ProgressLines lines) {
        super(exports, "committee/list", "committee.register.name");
        this.register = register;
        this.records = records;
        this.areas = areas;
        this.pages = pages;
        this.districts = districts;
        this.participants = participants;
        this.drafts = drafts;
        this.lines = lines;
    }

    /** A committee with the place it is for. */
    record Line(CommitteeView committee, AreaView place) {}

    @Override
    protected List<SheetColumn<CommitteeRegisterController.Line>> columns() {
        return COLUMNS;
    }

    @Override
    protected void show(CurrentUser user, Model model) {
        if (user.is(Role.DISTRICT_STAFF)) {
            model.addAttribute(
                    "drafts",
                    drafts.of(List.of(CommitteeChangeDefinition.KIND, CommitteeDissolutionDefinition.KIND), user));
        }
    }

    @Override
    protected ListPage<Line> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address).within("street", "district");
        String text = filter.text("q");
        Optional<DistrictCentre> district = districts.seenBy(user).limit(filter);
        Optional<Street> street = filter.one(
                "street", district.map(DistrictCentre::streetsByName).orElse(List.of()), Street::id, Street::name);
        Optional<CommitteeAttribute> attribute = filter.one("attribute", CommitteeAttribute.class);
        Optional<CommitteeStatus> status = filter.one("status", CommitteeStatus.class);
        Conditions where = register.today(status, filter.one("watch", TermWatch.class))
                .equal("district_id", district.map(centre -> centre.id().value()))
                .equal("attribute", attribute);
        // As an array the areas are looked up by their key; joined, all committees would be read.
        street.ifPresent(chosen -> where.and(
                "area_id = ANY (ARRAY(SELECT n.id FROM named_area n WHERE n.street_id = :street))",
                "street",
                chosen.id().value()));
        ListFilter.Period ends = filter.period("from", "to", Messages.of("committee.filter.term-end"));
        ends.first().ifPresent(day -> where.and("term_end >= :from", "from", day));
        ends.last().ifPresent(day -> where.and("term_end <= :to", "to", day));
        if (status.isEmpty() && (ends.first().isPresent() || ends.last().isPresent())) {
            where.and("status <> 'DISSOLVED'");
        }
        return new ListPage<>(filter, register.list(text, where).map(this::lines));
    }

    private static @Nullable Object term(Line line, Function<Term, Object> part) {
        Term term = line.committee().term();
        return term == null ? null : part.apply(term);
    }

    private List<Line> lines(List<CommitteeView> page) {
        Map<AreaId, AreaView> places =
                areas.byId(page.stream().map(CommitteeView::area).toList());
        return page.stream()
                .map(committee -> new Line(committee, Objects.requireNonNull(places.get(committee.area()))))
                .toList();
    }

    @GetMapping("/{id}")
    String show(@PathVariable CommitteeId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        CommitteeRecord record = records.get(id);
        CommitteeView committee = record.view();
        if (!user.sees(committee.district())) {
            throw new NotFound("committee " + id);
        }
        // What is tied to the area has nothing to do any more with a committee that was dissolved.
        List<AreaFact.Told> facts = record.isDissolved()
                ? List.of()
                : participants
                        .orderedStream()
                        .filter(tie -> !tie.name().equals("committee"))
                        .flatMap(tie -> tie.facts(List.of(committee.area())).stream())
                        .map(fact -> fact.of(committee.area(), user))
                        .toList();
        pages.show(record, user, model);
        pages.showDissolution(record, user, model);
        if (user.is(Role.DISTRICT_STAFF)) {
            model.addAttribute("line", lines.open(id.ref()).orElse(null));
        }
        model.addAttribute("facts", facts);
        model.addAttribute("mayChange", user.is(Role.DISTRICT_STAFF));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(committee.name())));
        return "committee/show";
    }
}
