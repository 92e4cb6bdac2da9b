package org.maintenancefund.notification.domain;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.web.ListFilter;

/**
 * What 消息发送记录 is narrowed down by. What messages say and whom they name is not searched, for the list doesn't show it.
 *
 * @param text an application's number, or the last digits of a mobile number, four at least; anything else finds nothing
 * @param days in which they were written
 */
public record DeliverySearch(
        String text, Optional<Channel> channel, Optional<MessageState> state, ListFilter.Period days) {

    /** As many digits as the index has of each number. */
    private static final int DIGITS = 4;

    /** Nothing in particular. */
    static final DeliverySearch ALL = new DeliverySearch(
            "", Optional.empty(), Optional.empty(), new ListFilter.Period(Optional.empty(), Optional.empty()));

    Conditions conditions(ZoneId zone) {
        Conditions where = new Conditions().equal("channel", channel).equal("state", state);
        days.first().ifPresent(day -> where.and("created_at >= :from", "from", startOf(day, zone)));
        days.last().ifPresent(day -> where.and("created_at < :to", "to", startOf(day.plusDays(1), zone)));
        if (!text.isEmpty()) {
            find(where);
        }
        return where;
    }

    private void find(Conditions where) {
        Optional<ApplicationNumber> number = ApplicationNumber.parse(text);
        if (number.isPresent()) {
            where.and(
                    "split_part(source, '/', 1) = :number",
                    "number",
                    number.get().value());
        } else if (text.matches("[0-9]{" + DIGITS + ",11}")) {
            where.and("right(address, 4) = :end", "end", text.substring(text.length() - DIGITS))
                    .and("address LIKE :address", "address", "%" + text);
        } else {
            where.and("false");
        }
    }

    private static Timestamp startOf(LocalDate day, ZoneId zone) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
