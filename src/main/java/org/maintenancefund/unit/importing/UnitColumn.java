package org.maintenancefund.unit.importing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.importing.ImportedColumn;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.web.sheet.CellContent;

/** The columns of the spreadsheet, in the order of the template; what 导出 Excel calls otherwise is found too. */
@RequiredArgsConstructor
enum UnitColumn implements ImportedColumn {
    BUILDING(true, CellContent.TEXT, unit -> ""),
    ENTRANCE(false, CellContent.TEXT, unit -> ""),
    FLOOR(false, CellContent.TEXT, unit -> Objects.toString(unit.place().floor(), "")),
    DOOR(true, CellContent.TEXT, unit -> ""),
    FLOOR_AREA(true, CellContent.FIGURE, unit -> unit.facts().floorArea().toString()),
    SOURCE(true, CellContent.TEXT, unit -> unit.facts().source().label()),
    USE(true, CellContent.TEXT, unit -> unit.facts().use().label()),
    LIFT(true, CellContent.TEXT, unit -> yesNo(unit.facts().lift())),
    LIABLE(false, CellContent.TEXT, unit -> yesNo(unit.facts().liable())),
    SOLD(false, CellContent.TEXT, unit -> yesNo(unit.facts().sold())),
    DELIVERED_ON(false, CellContent.DATE, unit -> Objects.toString(unit.facts().deliveredOn(), "")),
    CHARGED_FROM(false, CellContent.DATE, unit -> Objects.toString(unit.facts().chargedFrom(), "")),
    PAYER_KIND(
            false, CellContent.TEXT, unit -> payer(unit, payer -> payer.kind().label())),
    PAYER(false, CellContent.TEXT, unit -> payer(unit, Payer::name)),
    MOBILE(false, CellContent.TEXT, unit -> payer(unit, payer -> Objects.toString(payer.mobile(), ""))),
    DOCUMENT(false, CellContent.TEXT, unit -> "");

    private final boolean required;
    private final CellContent content;
    private final Function<UnitContent, String> text;

    /**
     * What a unit has there; nothing of where it is, by which it is found, and of the document, which only says where the rest
     * comes from.
     */
    String textOf(UnitContent unit) {
        return text.apply(unit);
    }

    private static String yesNo(boolean yes) {
        return Messages.of(yes ? "unit.yes" : "unit.no");
    }

    private static String payer(UnitContent unit, Function<Payer, String> part) {
        Payer payer = unit.payer();
        return payer == null ? "" : part.apply(payer);
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public CellContent content() {
        return content;
    }

    @Override
    public List<String> titles() {
        return Messages.list("UnitColumn." + name());
    }

    /** What to write there, for the template. */
    String explanation() {
        return Messages.of("UnitColumn." + name() + ".explanation");
    }
}
