package org.maintenancefund.account.creation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.account.ProposedOperators;
import org.maintenancefund.account.Username;
import org.maintenancefund.account.username.UnitNames;
import org.maintenancefund.account.username.UsernameSuggestions;
import org.maintenancefund.account.username.UsernameSuggestions.Suggestion;
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
@RequiredArgsConstructor
class CreationRows {

    /** Rows on one page. */
    static final int MAX = 20;

    private final ProposedOperators proposed;
    private final UsernameSuggestions suggestions;

    /**
     * 系统检查 of a row.
     *
     * @param kind         of the tag: ok or waiting
     * @param text         可用; wangjg 已占用，改为 wangjg2; 像单位名称，建议用个人姓名
     * @param alternatives other user names, from a second reading of the surname
     */
    record RowCheck(String kind, String text, List<String> alternatives) {

        static RowCheck fine(List<String> alternatives) {
            return new RowCheck("ok", Messages.of("account.creation.check.free"), alternatives);
        }

        static RowCheck look(String text) {
            return new RowCheck("waiting", text, List.of());
        }
    }

    /** The proposed people who have no account yet, each with a suggested user name. */
    CreationForm proposed(OrganisationView organisation, List<OperatorView> existing) {
        List<CreationForm.Row> rows = proposedBy(organisation).stream()
                .filter(person -> existing.stream()
                        .noneMatch(operator -> operator.mobile().equals(person.mobile())
                                && operator.personName().equals(person.name())))
                .map(person ->
                        CreationForm.Row.of(person.name(), person.mobile().toString()))
                .toList();
        // Where all have their user names, nothing is asked for until somebody else is to have one.
        CreationForm form =
                CreationForm.with(rows.isEmpty() && existing.isEmpty() ? List.of(CreationForm.Row.of("", "")) : rows);
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
        List<CreationForm.Row> rows = form.rows();
        int[] open = IntStream.range(0, rows.size())
                .filter(i -> ChineseText.isBlank(rows.get(i).username())
                        && !ChineseText.isBlank(rows.get(i).name()))
                .toArray();
        List<String> names =
                Arrays.stream(open).mapToObj(i -> rows.get(i).name()).toList();
        List<String> reserved =
                usernames(form).stream().filter(name -> !name.isEmpty()).toList();
        List<Optional<Suggestion>> found = suggestions.of(names, reserved);
        for (int i = 0; i < open.length; i++) {
            CreationForm.Row row = rows.get(open[i]);
            rows.set(
                    open[i],
                    found.get(i).map(free -> row.suggested(free.username())).orElse(row));
        }
        return found.stream().anyMatch(Optional::isPresent);
    }

    private static List<String> usernames(CreationForm form) {
        return form.rows().stream()
                .map(row -> Username.normalise(row.username()))
                .toList();
    }

    /** 系统检查, a line for each row. */
    List<RowCheck> check(CreationForm form, OrganisationView organisation) {
        List<String> names = usernames(form);
        Set<String> taken = suggestions.takenAmongst(
                names.stream().filter(name -> !name.isEmpty()).toList());
        List<RowCheck> checks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            checks.add(check(form.rows().get(i), names.get(i), taken, organisation));
        }
        return checks;
    }

    private RowCheck check(CreationForm.Row row, String username, Set<String> taken, OrganisationView organisation) {
        if (username.isEmpty()) {
            return RowCheck.look(
                    ChineseText.isBlank(row.name())
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
                ChineseText.isBlank(row.name()) ? Optional.empty() : suggestions.of(row.name());
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
        List<String> usernames = form.rows().stream()
                .filter(CreationForm.Row::isWanted)
                .flatMap(row -> Optional.of(Username.parse(row.username())).filter(Checked::isOk).stream())
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
        return UnitNames.looksLikeUnit(username, organisation.name()) && !suggestions.isFromName(username, row.name());
    }

    /** The user name of a row. A readable name was given one before, so that where none stands by it, it can't be read. */
    private static Checked<String> username(CreationForm.Row row, @Nullable PersonName name) {
        return name != null && ChineseText.isBlank(row.username())
                ? Checked.refused("account.username.unreadable")
                : Username.parse(row.username());
    }

    /** The people to make accounts for; what is wrong is in the errors. */
    List<NewOperator> read(CreationForm form, OrganisationView organisation, Role role, Errors errors) {
        List<NewOperator> people = new ArrayList<>();
        Set<String> here = new HashSet<>();
        Set<String> taken = taken(form, errors);
        for (int i = 0; i < form.rows().size(); i++) {
            CreationForm.Row row = form.rows().get(i);
            if (!row.isWanted()) {
                continue;
            }
            String at = "rows[" + i + "].";
            PersonName name = FieldErrors.check(errors, at + "name", PersonName.parse(row.name()));
            MobileNumber mobile = FieldErrors.check(errors, at + "mobile", MobileNumber.parse(row.mobile()));
            String username = FieldErrors.check(errors, at + "username", username(row, name));
            if (username != null && !here.add(username)) {
                FieldErrors.reject(errors, at + "username", Reason.of("account.creation.twice", username));
            } else if (username != null && taken.contains(username)) {
                FieldErrors.reject(errors, at + "username", Reason.of("account.username.taken", username));
            } else if (username != null
                    && looksLikeUnit(row, username, organisation)
                    && !row.warned().equals(username)) {
                form.rows().set(i, row.warnedOf(username));
                FieldErrors.reject(errors, at + "username", Reason.of("account.creation.unit", username));
            }
            if (name != null && mobile != null && username != null) {
                people.add(new NewOperator(organisation.ref(), role, name.toString(), mobile, username));
            }
        }
        if (form.rows().isEmpty()) {
            form.rows().add(CreationForm.Row.of("", ""));
        }
        if (people.isEmpty() && !errors.hasErrors()) {
            FieldErrors.reject(errors, "rows[0].name", Reason.of("account.creation.nobody"));
        }
        return people;
    }
}
