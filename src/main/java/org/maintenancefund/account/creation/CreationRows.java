package org.maintenancefund.account.creation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.account.ProposedOperators;
import org.maintenancefund.account.Username;
import org.maintenancefund.account.username.Suggestion;
import org.maintenancefund.account.username.UnitNames;
import org.maintenancefund.account.username.UsernameSuggestions;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.web.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Fills, checks and reads the rows of 为经办人员创建用户名. */
@Component
class CreationRows {

    /** Rows on one page. */
    static final int MAX = 20;

    private final ProposedOperators proposed;
    private final UsernameSuggestions suggestions;

    CreationRows(ProposedOperators proposed, UsernameSuggestions suggestions) {
        this.proposed = proposed;
        this.suggestions = suggestions;
    }

    /** The proposed people who have no account yet, each with a suggested user name. */
    CreationForm proposed(OrganisationView organisation, List<OperatorView> existing) {
        CreationForm form = new CreationForm();
        List<ProposedOperator> people = proposedBy(organisation).stream()
                .filter(person -> existing.stream()
                        .noneMatch(operator -> operator.mobile().equals(person.mobile())
                                && operator.personName().equals(person.name())))
                .toList();
        people.forEach(person -> form.getRows()
                .add(new CreationForm.Row(person.name(), person.mobile().toString(), "")));
        if (people.isEmpty()) {
            form.getRows().add(new CreationForm.Row("", "", ""));
        }
        suggest(form);
        return form;
    }

    /** An office names nobody for a user name; its contact is the one who will need it. */
    private List<ProposedOperator> proposedBy(OrganisationView organisation) {
        return organisation.ref().type() == OrgType.OFFICE
                        && organisation.contactName() != null
                        && organisation.contactMobile() != null
                ? List.of(new ProposedOperator(organisation.contactName(), organisation.contactMobile()))
                : proposed.of(organisation.ref());
    }

    /** Fills in a user name wherever there is a person's name and no user name. True where something was filled in. */
    boolean suggest(CreationForm form) {
        List<CreationForm.Row> open = form.getRows().stream()
                .filter(row -> ChineseText.isBlank(row.getUsername()) && !ChineseText.isBlank(row.getName()))
                .toList();
        List<String> reserved = form.getRows().stream()
                .map(row -> Username.normalise(row.getUsername()))
                .filter(name -> !name.isEmpty())
                .toList();
        List<Optional<Suggestion>> found =
                suggestions.of(open.stream().map(CreationForm.Row::getName).toList(), reserved);
        boolean filled = false;
        for (int i = 0; i < open.size(); i++) {
            if (found.get(i).isPresent()) {
                open.get(i).setUsername(found.get(i).get().username());
                filled = true;
            }
        }
        return filled;
    }

    /** 系统检查, a line for each row. */
    List<RowCheck> check(CreationForm form, OrganisationView organisation) {
        List<String> names = form.getRows().stream()
                .map(row -> Username.normalise(row.getUsername()))
                .toList();
        Set<String> taken = suggestions.takenAmongst(
                names.stream().filter(name -> !name.isEmpty()).toList());
        List<RowCheck> checks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            checks.add(check(form.getRows().get(i), names.get(i), taken, organisation));
        }
        return checks;
    }

    private RowCheck check(CreationForm.Row row, String username, Set<String> taken, OrganisationView organisation) {
        if (username.isEmpty()) {
            return RowCheck.look(
                    ChineseText.isBlank(row.getName())
                            ? Messages.of("account.creation.check.empty")
                            : Messages.of("account.creation.check.no-pinyin"));
        }
        if (taken.contains(username)) {
            return RowCheck.look(Messages.of("account.creation.check.taken", username));
        }
        if (looksLikeUnit(row, username, organisation)) {
            return RowCheck.look(Messages.of("account.creation.check.unit"));
        }
        Optional<Suggestion> suggestion =
                ChineseText.isBlank(row.getName()) ? Optional.empty() : suggestions.of(row.getName());
        if (suggestion.isPresent()
                && suggestion.get().numbered()
                && suggestion.get().username().equals(username)) {
            return RowCheck.look(Messages.of(
                    "account.creation.check.taken-instead", suggestion.get().base(), username));
        }
        return RowCheck.fine(suggestion.map(Suggestion::alternatives).orElse(List.of()));
    }

    /** All rows' user names in one question: the directory may be slow. None can be given where it can't be asked. */
    private Set<String> taken(CreationForm form, Errors errors) {
        List<String> usernames = form.getRows().stream()
                .filter(row -> row.isCreate() && !row.isBlank())
                .flatMap(row -> Optional.of(Username.parse(row.getUsername())).filter(Checked::isOk).stream())
                .map(Checked::value)
                .distinct()
                .toList();
        try {
            return suggestions.takenAnywhereAmongst(usernames);
        } catch (Refusal unchecked) {
            errors.reject(unchecked.reason().code(), Messages.of(unchecked.reason()));
            return suggestions.takenAmongst(usernames);
        }
    }

    /** A user name that the person's own name gives is a person's, whatever it looks like. */
    private boolean looksLikeUnit(CreationForm.Row row, String username, OrganisationView organisation) {
        return UnitNames.looksLikeUnit(username, organisation.name())
                && !suggestions.isFromName(username, row.getName());
    }

    /** The people to make accounts for; what is wrong is in the errors. */
    List<NewOperator> read(CreationForm form, OrganisationView organisation, Role role, Errors errors) {
        List<NewOperator> people = new ArrayList<>();
        Set<String> here = new HashSet<>();
        Set<String> taken = taken(form, errors);
        for (int i = 0; i < form.getRows().size(); i++) {
            CreationForm.Row row = form.getRows().get(i);
            if (!row.isCreate() || row.isBlank()) {
                continue;
            }
            String at = "rows[" + i + "].";
            PersonName name = FieldErrors.check(errors, at + "name", PersonName.parse(row.getName()));
            MobileNumber mobile = FieldErrors.check(errors, at + "mobile", MobileNumber.parse(row.getMobile()));
            String username = FieldErrors.check(errors, at + "username", Username.parse(row.getUsername()));
            if (username != null && !here.add(username)) {
                FieldErrors.reject(errors, at + "username", Reason.of("account.creation.twice", username));
            } else if (username != null && taken.contains(username)) {
                FieldErrors.reject(errors, at + "username", Reason.of("account.username.taken", username));
            } else if (username != null
                    && looksLikeUnit(row, username, organisation)
                    && !row.getWarned().equals(username)) {
                row.setWarned(username);
                FieldErrors.reject(errors, at + "username", Reason.of("account.creation.unit", username));
            }
            if (name != null && mobile != null && username != null) {
                people.add(new NewOperator(organisation.ref(), role, name.toString(), mobile, username));
            }
        }
        if (people.isEmpty() && !errors.hasErrors()) {
            FieldErrors.reject(errors, "rows[0].name", Reason.of("account.creation.nobody"));
        }
        return people;
    }
}
