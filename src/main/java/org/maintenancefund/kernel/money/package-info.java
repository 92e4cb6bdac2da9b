/** Money, floor areas and rates as whole numbers, so that Java and SQL charge the same to the fen. */
@org.springframework.modulith.NamedInterface("money")
package org.maintenancefund.kernel.money;
