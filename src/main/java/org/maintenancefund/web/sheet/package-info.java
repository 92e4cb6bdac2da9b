/** Spreadsheets (.xlsx): lists on their way out, tables on their way in, these also as text (.csv); all row by row, in bounded memory. */
@org.springframework.modulith.NamedInterface("sheet")
package org.maintenancefund.web.sheet;
