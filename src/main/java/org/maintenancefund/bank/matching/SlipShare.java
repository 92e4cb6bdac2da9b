package org.maintenancefund.bank.matching;

import org.maintenancefund.collection.remittance.SlipId;
import org.maintenancefund.kernel.money.Money;

/**
 * How much of a line pays a slip.
 *
 * @param number of the slip
 */
public record SlipShare(SlipId slip, String number, String company, Money amount) {}
