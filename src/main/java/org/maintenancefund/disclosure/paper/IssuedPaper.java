package org.maintenancefund.disclosure.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * A paper that was given out; see {@link NewPaper}.
 *
 * @param signed       the content letter by letter, as its 校验码 signs it
 * @param issuedByName who gave it out; null where the household printed it itself
 * @param issuer       the organisation whose person that was; null there too
 * @param organisation its name then
 */
public record IssuedPaper(
        PaperNumber number,
        PaperKind kind,
        UnitId unit,
        @Nullable String receipt,
        @Nullable LocalDate firstDay,
        LocalDate lastDay,
        Money amount,
        PaperContent content,
        String signed,
        Instant issuedAt,
        @Nullable String issuedByName,
        @Nullable UUID issuer,
        @Nullable String organisation) {}
