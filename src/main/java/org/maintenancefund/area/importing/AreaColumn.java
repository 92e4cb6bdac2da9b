package org.maintenancefund.area.importing;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.importing.ImportedColumn;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.sheet.CellContent;

/** The columns of the spreadsheet, found by their headings in any order. */
@RequiredArgsConstructor
enum AreaColumn implements ImportedColumn {
    CODE(false, area -> ""),
    NAME(true, NewArea::name),
    ALIASES(false, area -> ""),
    DISTRICT(true, area -> ""),
    STREET(true, area -> ""),
    COMMUNITY(false, NewArea::community),
    ADDRESS(true, NewArea::address),
    PARCELS(false, area -> String.join("、", area.parcelNumbers())),
    TYPE(true, area -> area.type().label()),
    TOTAL(true, area -> figure(area.floorAreas().total())),
    RESIDENTIAL(false, area -> figure(area.floorAreas().residential())),
    COMMERCIAL(false, area -> figure(area.floorAreas().commercial())),
    OTHER(false, area -> figure(area.floorAreas().other())),
    BUILDINGS(true, area -> Integer.toString(area.buildings())),
    HOUSEHOLDS(true, area -> Integer.toString(area.households())),
    YEAR(false, area -> Objects.toString(area.yearBuilt(), "")),
    BANK(false, area -> account(area, FundAccount::bank)),
    ACCOUNT_NAME(false, area -> account(area, FundAccount::accountName)),
    ACCOUNT_NUMBER(false, area -> account(area, FundAccount::accountNumber));

    private static final Set<AreaColumn> FIGURES =
            EnumSet.of(TOTAL, RESIDENTIAL, COMMERCIAL, OTHER, BUILDINGS, HOUSEHOLDS, YEAR);

    private final boolean required;
    private final Function<NewArea, String> text;

    /** What an area has there; of former names, number and place, which are compared otherwise, nothing. */
    String textOf(NewArea area) {
        return text.apply(area);
    }

    /** 1000.50 and 1000.5 are the same figure. */
    private static String figure(BigDecimal squareMetres) {
        return squareMetres.stripTrailingZeros().toPlainString();
    }

    private static String account(NewArea area, Function<FundAccount, String> part) {
        return area.fundAccount() == null ? "" : part.apply(area.fundAccount());
    }

    /** True where a new area can't be without it; an area on record keeps what it has where the cell is empty. */
    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public List<String> titles() {
        return Messages.list("AreaColumn." + name());
    }

    @Override
    public CellContent content() {
        return FIGURES.contains(this) ? CellContent.FIGURE : CellContent.TEXT;
    }

    @Override
    public int longest() {
        return this == ALIASES ? 7_000 : this == PARCELS ? 1_000 : ImportedColumn.super.longest();
    }
}
