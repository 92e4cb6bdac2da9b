package org.maintenancefund.enterprise.qualified;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.domain.EnterpriseMatch;
import org.maintenancefund.enterprise.domain.EnterpriseSearches;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** Matches in the words of the pages. */
@Component
class MatchPages {

    private final EnterpriseSearches enterprises;
    private final Operators operators;
    private final Districts districts;

    MatchPages(EnterpriseSearches enterprises, Operators operators, Districts districts) {
        this.enterprises = enterprises;
        this.operators = operators;
        this.districts = districts;
    }

    /**
     * A line of the comparison.
     *
     * @param here      what is registered; null where nothing is
     * @param directory what the directory says; null where it says nothing
     */
    record Line(
            String label, @Nullable String here, @Nullable String directory) {

        private static Line of(String field, @Nullable Object here, @Nullable String directory) {
            return new Line(
                    Messages.of("enterprise.field." + field),
                    here == null || here.toString().isBlank() ? null : here.toString(),
                    directory == null || directory.isBlank() ? null : directory);
        }
    }

    /** Both records, line by line; the contacts in full, so that they can be phoned. */
    List<Line> compare(EnterpriseMatch match) {
        EnterpriseCard card = enterprises
                .card(match.enterprise())
                .orElseThrow(() -> new NotFound("enterprise " + match.enterprise()));
        DistrictId district = card.view().district();
        String people = String.join(
                "、",
                operators.of(match.enterprise().ref()).stream()
                        .filter(person -> !person.isShared())
                        .map(MatchPages::person)
                        .toList());
        return List.of(
                Line.of("name", match.registeredName(), match.directoryName()),
                Line.of("creditCode", match.creditCode(), match.creditCode()),
                Line.of(
                        "district",
                        district == null ? null : districts.get(district).name(),
                        match.directoryDistrict()),
                Line.of("legalRepresentative", card.legalRepresentative(), null),
                Line.of("registeredAddress", card.registeredAddress(), null),
                Line.of("contact", card.view().contactName() + " " + card.view().contactMobile(), contact(match)),
                Line.of("operators", people, match.person() + "（" + match.username() + "）"));
    }

    private static String contact(EnterpriseMatch match) {
        return match.mobile() == null ? match.person() : match.person() + " " + match.mobile();
    }

    private static String person(OperatorView person) {
        return person.personName() + "（" + person.username() + "）";
    }
}
