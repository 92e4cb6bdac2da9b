package org.maintenancefund.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.springframework.validation.Errors;

/** Reads the rows of 拟定经办人员, in the form's field {@code operators}. */
public final class ProposedPeople {

    private static final String TICKED = "true";

    private ProposedPeople() {}

    /** One row of 拟定经办人员 in a form, as typed. */
    @Labels("account.field.")
    public record PersonRow(String name, String mobile) {

        public PersonRow(@Nullable String name, @Nullable String mobile) {
            this.name = Objects.requireNonNullElse(name, "");
            this.mobile = Objects.requireNonNullElse(mobile, "");
        }

        boolean isBlank() {
            return ChineseText.isBlank(name) && ChineseText.isBlank(mobile);
        }

        private boolean isSameAs(PersonRow other) {
            return ChineseText.clean(name).equals(ChineseText.clean(other.name))
                    && ChineseText.code(mobile).equals(ChineseText.code(other.mobile));
        }
    }

    /**
     * The people of the rows that are filled in; at least one, each with a mobile of their own.
     *
     * @param most how many an organisation may name
     */
    public static List<ProposedOperator> read(List<PersonRow> rows, int most, Errors errors) {
        List<ProposedOperator> people = new ArrayList<>();
        if (rows.size() > most) {
            FieldErrors.reject(errors, "operators", "account.proposed.too-many", most);
            return people;
        }
        for (int i = 0; i < rows.size(); i++) {
            PersonRow row = rows.get(i);
            if (row.isBlank()) {
                continue;
            }
            String field = "operators[" + i + "]";
            PersonName name = FieldErrors.check(errors, field + ".name", PersonName.parse(row.name()));
            MobileNumber mobile = FieldErrors.check(errors, field + ".mobile", MobileNumber.parse(row.mobile()));
            if (name != null && mobile != null) {
                if (people.stream().anyMatch(person -> person.mobile().equals(mobile))) {
                    FieldErrors.reject(errors, field + ".mobile", "account.proposed.same-mobile");
                }
                people.add(new ProposedOperator(name.toString(), mobile));
            }
        }
        if (people.isEmpty() && !errors.hasFieldErrors("operators*")) {
            FieldErrors.reject(errors, "operators[0].name", "account.proposed.missing");
        }
        return people;
    }

    /** The rows of a form: two empty ones where none was sent. */
    public static List<PersonRow> rows(@Nullable List<PersonRow> sent) {
        return sent == null || sent.isEmpty()
                ? List.of(new PersonRow("", ""), new PersonRow("", ""))
                : sent.stream()
                        .map(row -> row == null ? new PersonRow("", "") : row)
                        .toList();
    }

    /**
     * The same where the first one may be the contact: ticked, their empty row is filled in.
     *
     * @param sameContact the tick 同联系人 as sent
     */
    public static List<PersonRow> rows(
            @Nullable List<PersonRow> sent,
            @Nullable String sameContact,
            @Nullable String contactName,
            @Nullable String contactMobile) {
        List<PersonRow> rows = rows(sent);
        if (!TICKED.equals(sameContact) || !rows.get(0).isBlank()) {
            return rows;
        }
        return Stream.concat(
                        Stream.of(new PersonRow(contactName, contactMobile)),
                        rows.stream().skip(1))
                .toList();
    }

    /** Says at the first row where it is ticked as the contact's and tells somebody else: neither of them is dropped. */
    public static void lookAtSame(
            List<PersonRow> rows,
            @Nullable String sameContact,
            @Nullable String contactName,
            @Nullable String contactMobile,
            Errors errors) {
        PersonRow contact = new PersonRow(contactName, contactMobile);
        if (TICKED.equals(sameContact) && !rows.get(0).isSameAs(contact) && !errors.hasFieldErrors("operators[0].*")) {
            FieldErrors.reject(errors, "operators[0].name", "account.proposed.not-contact");
        }
    }

    /** These people as they would be typed. */
    public static List<PersonRow> rowsOf(List<ProposedOperator> people) {
        return people.stream()
                .map(person -> new PersonRow(person.name(), person.mobile().toString()))
                .toList();
    }

    /** 再加一位: with one more empty row, unless there are as many as allowed. */
    public static List<PersonRow> oneMore(List<PersonRow> rows, int most) {
        return rows.size() < most
                ? Stream.concat(rows.stream(), Stream.of(new PersonRow("", ""))).toList()
                : rows;
    }
}
