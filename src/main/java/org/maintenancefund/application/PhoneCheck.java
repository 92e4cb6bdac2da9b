package org.maintenancefund.application;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NameList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 系统比对: is the contact's mobile also that of another organisation, or of another application under way? */
@Component
@RequiredArgsConstructor
public class PhoneCheck {

    /** Named so many; where there are more, the line says so. */
    private static final int NAMED = 5;

    private final JdbcClient jdbc;

    /**
     * The line on the review page.
     *
     * @param number        the application that is looked at
     * @param organisations names of other organisations that have the mobile on record
     */
    public SystemCheck of(ApplicationNumber number, MobileNumber mobile, Collection<String> organisations) {
        Set<String> others = others(number, mobile, organisations);
        return others.isEmpty()
                ? SystemCheck.good("application.check.phone")
                : SystemCheck.look("application.check.phone.also", NameList.of(others, NAMED));
    }

    /**
     * Whether it is, for the applicant, who isn't told whose.
     *
     * @param revised the application that the draft revises
     */
    public boolean isUsedElsewhere(
            Optional<ApplicationNumber> revised, MobileNumber mobile, Collection<String> organisations) {
        return !organisations.isEmpty()
                || !others(revised.orElse(null), mobile, organisations).isEmpty();
    }

    private Set<String> others(
            @Nullable ApplicationNumber number, MobileNumber mobile, Collection<String> organisations) {
        Set<String> others = new LinkedHashSet<>(organisations);
        others.addAll(jdbc.sql("SELECT title FROM application WHERE contact_mobile = :mobile AND status = 'PENDING'"
                        + " AND number <> :number ORDER BY submitted_at LIMIT " + (NAMED + 1))
                .param("mobile", mobile.toString())
                .param("number", number == null ? "" : number.value())
                .query(String.class)
                .list());
        return others;
    }
}
