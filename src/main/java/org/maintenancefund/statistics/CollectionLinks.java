package org.maintenancefund.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.statistics.CollectionScope.Company;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of the lists that hold exactly what was counted of the collection; none of what the person may not open. */
final class CollectionLinks {

    private final CurrentUser user;
    private final @Nullable UUID district;
    private final @Nullable UUID company;
    private final YearMonth first;
    private final YearMonth last;

    CollectionLinks(CollectionScope scope, CurrentUser user) {
        this(
                user,
                scope.district().map(DistrictCentre::id).map(id -> id.value()).orElse(null),
                scope.company().map(Company::id).orElse(null),
                scope.first(),
                scope.last());
    }

    private CollectionLinks(
            CurrentUser user, @Nullable UUID district, @Nullable UUID company, YearMonth first, YearMonth last) {
        this.user = user;
        this.district = district;
        this.company = company;
        this.first = first;
        this.last = last;
    }

    CollectionLinks in(YearMonth month) {
        return new CollectionLinks(user, district, company, month, month);
    }

    CollectionLinks at(UUID other) {
        return new CollectionLinks(user, other, company, first, last);
    }

    CollectionLinks of(Company other) {
        return new CollectionLinks(user, district, other.id(), first, last);
    }

    /** What an amount is made of: areas of what was billed and received, slips of what was remitted and booked. */
    @Nullable
    String stage(CollectionStage stage) {
        return switch (stage) {
            case BILLED, COLLECTED -> {
                Map<String, Object> asked = placed();
                asked.put("from", first);
                asked.put("to", last);
                asked.put("stage", stage);
                yield address(AreaStages.PATH, asked);
            }
            case REMITTED -> slips("arrived");
            case BOOKED -> slips("booked");
        };
    }

    /** The slips of which all has arrived in these months. */
    @Nullable
    String arrived() {
        return slips("arrived");
    }

    private @Nullable String slips(String what) {
        return address(Page.SLIPS.path(), days(placed(), what + "From", what + "To"));
    }

    @Nullable
    String held() {
        return address(Page.HELD.path(), placed());
    }

    @Nullable
    String late() {
        return address(Page.LATE.path(), placed());
    }

    @Nullable
    String lowBalances(@Nullable UUID area) {
        Map<String, Object> asked = placed();
        if (area != null) {
            asked.put("area", area);
        }
        return address(Page.LOW_BALANCES.path(), asked);
    }

    /** Lines of the bank of these months with a value of one filter. */
    @Nullable
    String lines(String filter, String value) {
        Map<String, Object> asked = days(new LinkedHashMap<>(), "from", "to");
        asked.put(filter, value);
        return address(Page.BANK_LINES.path(), asked);
    }

    /** All that are settled as what pays slips. */
    @Nullable
    String remittances() {
        Map<String, Object> asked = days(new LinkedHashMap<>(), "from", "to");
        asked.put("kind", "REMITTANCE");
        asked.put("state", "SETTLED");
        return address(Page.BANK_LINES.path(), asked);
    }

    /** What an area of a list has of each stage: its bills, receipts or declarations. */
    List<@Nullable String> ofArea(UUID area) {
        List<@Nullable String> hrefs = new ArrayList<>();
        for (CollectionStage stage : CollectionStage.values()) {
            hrefs.add(ofArea(area, stage));
        }
        return hrefs;
    }

    private @Nullable String ofArea(UUID area, CollectionStage stage) {
        Map<String, Object> asked = new LinkedHashMap<>();
        if (company != null) {
            asked.put("company", company);
        }
        return switch (stage) {
            case BILLED -> address(Page.BILLS.path() + "/areas/" + area, days(asked, "from", "to"));
            case COLLECTED -> address(Page.RECEIPTS.path() + "/areas/" + area, days(asked, "from", "to"));
            case REMITTED -> declarations(area, days(asked, "arrivedFrom", "arrivedTo"));
            case BOOKED -> declarations(area, days(asked, "bookedFrom", "bookedTo"));
        };
    }

    private @Nullable String declarations(UUID area, Map<String, Object> asked) {
        asked.put("area", area);
        return address(Page.DECLARATIONS.path(), asked);
    }

    private Map<String, Object> days(Map<String, Object> asked, String from, String to) {
        asked.put(from, first.atDay(1));
        asked.put(to, last.atEndOfMonth());
        return asked;
    }

    /** A district's people see nothing but their own, and need not say so. */
    private Map<String, Object> placed() {
        Map<String, Object> asked = new LinkedHashMap<>();
        if (district != null && user.districtIfAny().isEmpty()) {
            asked.put("district", district);
        }
        if (company != null) {
            asked.put("company", company);
        }
        return asked;
    }

    private @Nullable String address(String path, Map<String, Object> asked) {
        if (Page.at(path).filter(page -> page.isOpenTo(user.role())).isEmpty()) {
            return null;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.forEach((name, value) -> address.queryParam(name, value));
        return address.toUriString();
    }
}
