package org.maintenancefund.difference;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;

/**
 * A difference to be raised.
 *
 * @param reference what it is of: the number of a slip, a line of the bank; one of a kind is open at a time
 * @param subject   the same as people call it
 * @param company   the organisation that it is about
 * @param district  whose people see it; null where it is none's
 * @param day       that it is of: the closing of its month looks at it
 * @param text      what doesn't agree; empty where the sentence of the kind says it
 * @param link      where in the application it is seen, from the slash on; empty where that is nowhere
 * @param dueDays   in how many working days it is to be settled
 */
public record NewDifference(
        DifferenceKind kind,
        String reference,
        String subject,
        @Nullable FundAccountId account,
        @Nullable AreaId area,
        @Nullable UUID company,
        @Nullable DistrictId district,
        @Nullable Money amount,
        LocalDate day,
        String text,
        String link,
        int dueDays) {

    /** One that is of no account, area or company. */
    public static NewDifference of(
            DifferenceKind kind, String reference, String subject, LocalDate day, String text, int dueDays) {
        return new NewDifference(kind, reference, subject, null, null, null, null, null, day, text, "", dueDays);
    }

    public NewDifference at(FundAccountId of) {
        return new NewDifference(
                kind, reference, subject, of, area, company, district, amount, day, text, link, dueDays);
    }

    public NewDifference in(AreaId of, DistrictId its) {
        return new NewDifference(kind, reference, subject, account, of, company, its, amount, day, text, link, dueDays);
    }

    public NewDifference in(@Nullable DistrictId its) {
        return new NewDifference(
                kind, reference, subject, account, area, company, its, amount, day, text, link, dueDays);
    }

    public NewDifference about(UUID organisation) {
        return new NewDifference(
                kind, reference, subject, account, area, organisation, district, amount, day, text, link, dueDays);
    }

    public NewDifference of(@Nullable Money much) {
        return new NewDifference(
                kind, reference, subject, account, area, company, district, much, day, text, link, dueDays);
    }

    public NewDifference seenAt(String address) {
        return new NewDifference(
                kind, reference, subject, account, area, company, district, amount, day, text, address, dueDays);
    }

    DifferenceOwner owner() {
        return district == null ? DifferenceOwner.MUNICIPAL : kind.usualOwner();
    }
}
