package org.maintenancefund.disclosure.reminder;

import java.time.LocalDate;

/**
 * How reminders came to whom they are for.
 *
 * @param by   who brought them
 * @param note such as the number of a registered letter, or who signed; may be empty
 */
public record NewDelivery(LocalDate day, DeliveryWay way, String by, String note) {}
