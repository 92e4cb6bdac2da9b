package org.maintenancefund.area.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.area.domain.SiblingNames;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 合并物业区域 as it goes from page to page in the address: nothing of it is personal, and back and bookmarks work.
 *
 * @param area   the chosen areas
 * @param kept   保留编号: the identifier of the area that goes on
 * @param name   合并后名称
 * @param reason 合并原因
 * @param report number of the 物业区域问题反馈 that asked for it, or null
 */
@Labels("area.merge.field.")
record MergeForm(
        @Nullable List<String> area,
        @Nullable String kept,

        @Typed(value = AreaText.class, by = "name") @Nullable
        String name,

        @Text(max = 500) @Nullable String reason,
        @Nullable String report) {

    MergeForm {
        report = FromReport.number(report);
    }

    /** The chosen areas, each once; what is no identifier is left out. */
    List<AreaId> chosen() {
        return area == null
                ? List.of()
                : area.stream()
                        .flatMap(text -> AreaId.parse(text.strip()).stream())
                        .distinct()
                        .toList();
    }

    /**
     * The same with what is proposed where nothing was typed yet: the first area's code, and the name that the parts of one
     * community have in common (和谐花园一期 and 和谐花园二期: 和谐花园), else the first one's.
     */
    MergeForm proposed(List<AreaView> areas) {
        return kept != null || name != null || areas.isEmpty()
                ? this
                : new MergeForm(area, areas.get(0).id().toString(), nameOfAll(areas), reason, report);
    }

    private static String nameOfAll(List<AreaView> areas) {
        String first = areas.get(0).name();
        String base = SiblingNames.baseOf(first);
        boolean ofAll =
                areas.stream().allMatch(one -> SiblingNames.baseOf(one.name()).equals(base));
        // The base is folded; as it is written it begins the name.
        String written = first.substring(0, Math.min(base.length(), first.length()));
        return ofAll && ChineseText.fold(written).equals(base) ? written : first;
    }

    /** What was typed as an order; empty after each fault was put to its field. */
    Optional<MergeOrder> read(List<AreaView> areas, Errors errors) {
        Optional<AreaId> stays = areas.stream()
                .map(AreaView::id)
                .filter(id -> id.toString().equals(kept))
                .findFirst();
        if (stays.isEmpty()) {
            FieldErrors.reject(errors, "kept", "area.merge.kept.required");
        }
        if (errors.hasErrors() || stays.isEmpty()) {
            return Optional.empty();
        }
        List<AreaId> others = areas.stream()
                .map(AreaView::id)
                .filter(id -> !id.equals(stays.get()))
                .toList();
        return Optional.of(new MergeOrder(stays.get(), others, ChineseText.clean(name), ChineseText.clean(reason)));
    }

    /**
     * The address of a step with the chosen areas.
     *
     * @param q what is looked for, so that the list found stays; null for none
     */
    String address(String path, List<AreaId> chosen, @Nullable String q) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        chosen.forEach(id -> address.queryParam("area", id));
        if (report != null) {
            address.queryParam("report", report);
        }
        if (q == null || q.isBlank()) {
            return address.encode().toUriString();
        }
        // By a variable: so an & or a brace that was typed stays part of the value.
        return address.queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
    }
}
