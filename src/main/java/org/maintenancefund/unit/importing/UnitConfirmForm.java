package org.maintenancefund.unit.importing;

import org.maintenancefund.web.Labels;

/**
 * 确认导入 as typed.
 *
 * @param checked that what is unlikely was looked at: one tick for all rows of the file
 */
@Labels("unit.field.")
record UnitConfirmForm(boolean checked) {

    static final UnitConfirmForm EMPTY = new UnitConfirmForm(false);
}
