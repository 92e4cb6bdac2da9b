package org.maintenancefund.billing.start;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收取开通: the areas of the reader, each with who collects and whether it is opened. */
@Controller
@RequiredArgsConstructor
class CollectionAreaController {

    static final String PATH = "/collection";

    private final CollectionRights rights;
    private final CollectionAreaList areas;
    private final Districts districts;

    @GetMapping(PATH)
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListFilter filter = new ListFilter(PATH, address);
        String text = filter.text("text");
        Conditions seen = user.role().isStaff()
                ? CollectionAreaList.everMandated()
                        .equal("a.district_id", districts.seenBy(user).limitId(filter))
                : AreasByName.among(rights.of(user));
        Optional<OpenedState> state = filter.one("state", OpenedState.class);
        state.ifPresent(wanted -> seen.and(wanted.condition()));
        if (Page.COLLECTION_START.isOpenTo(user.role())
                && state.filter(OpenedState.TO_OPEN::equals).isPresent()) {
            seen.and(
                    "a.id = ANY (:collected)",
                    "collected",
                    rights.collected(user).stream().map(AreaId::value).toArray(UUID[]::new));
        }
        new ListPage<>(filter, areas.list(text, seen)).show(model);
        return "billing/areas";
    }
}
