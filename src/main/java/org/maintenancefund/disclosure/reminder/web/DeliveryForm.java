package org.maintenancefund.disclosure.reminder.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.disclosure.reminder.DeliveryWay;
import org.maintenancefund.disclosure.reminder.NewDelivery;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.web.multipart.MultipartFile;

/**
 * 送达 as typed; the components stand in the order of the page.
 *
 * @param places which reminders of the batch; empty where the page is of one
 */
@Labels("disclosure.delivery.field.")
record DeliveryForm(
        List<String> places,

        @Typed(value = TypedDate.class, required = "disclosure.delivery.day.missing")
        String day,

        @Choice(value = DeliveryWay.class, required = "disclosure.delivery.way.required")
        String way,

        @Text(max = 50, required = "disclosure.delivery.by.required")
        String by,

        @Text(max = 200, optional = true) String note,

        @Nullable MultipartFile proof) {

    DeliveryForm(
            @Nullable List<String> places,
            @Nullable String day,
            @Nullable String way,
            @Nullable String by,
            @Nullable String note,
            @Nullable MultipartFile proof) {
        this.places = places == null ? List.of() : List.copyOf(places);
        this.day = Objects.requireNonNullElse(day, "");
        this.way = Objects.requireNonNullElse(way, "");
        this.by = Objects.requireNonNullElse(by, "");
        this.note = Objects.requireNonNullElse(note, "");
        this.proof = proof;
    }

    /** Of today, by that person. */
    static DeliveryForm of(String day, String by) {
        return new DeliveryForm(null, day, null, by, null, null);
    }

    /** Whether the reminder is ticked. */
    public boolean has(int place) {
        return places.contains(Integer.toString(place));
    }

    /** The reminders that are ticked; {@link NotFound} where something else was sent. */
    List<Integer> ticked() {
        if (!places.stream().allMatch(place -> place.matches("[0-9]{1,6}"))) {
            throw new NotFound("reminders to tick");
        }
        return places.stream().map(Integer::valueOf).toList();
    }

    /** What was typed, of a form without faults. */
    NewDelivery toDelivery() {
        return new NewDelivery(
                TypedDate.parse(day).value(), DeliveryWay.valueOf(way), ChineseText.clean(by), ChineseText.clean(note));
    }
}
