package org.maintenancefund.unit.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import lombok.Getter;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.SortNatural;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitView;

/**
 * 户. Its area and building are those of its building's row: where that goes into another area or gets another name, the
 * database takes the unit along ({@code fk_unit_building}).
 */
@Entity
@Table(name = "unit")
public class Unit {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private UnitId id;

    @Getter
    private String number;

    @Getter
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "area_id"))
    private AreaId area;

    private String buildingKey;
    private String entrance;
    private String entranceKey;
    private @Nullable Integer floor;
    private String door;
    private String doorKey;
    private String sortKey;

    /** By the first day of the month from which each holds. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "unit_version", joinColumns = @JoinColumn(name = "unit_id"))
    @MapKeyColumn(name = "valid_from")
    @SortNatural
    private SortedMap<LocalDate, UnitVersion> versions = new TreeMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "unit_payer", joinColumns = @JoinColumn(name = "unit_id"))
    @MapKeyColumn(name = "valid_from")
    @SortNatural
    private SortedMap<LocalDate, UnitPayer> payers = new TreeMap<>();

    private Instant registeredAt;
    private UUID registeredBy;
    private String registeredByName;

    @Version
    private @Nullable Integer version;

    protected Unit() {}

    /** @param reason what its first version says of itself */
    static Unit registered(AreaId area, String number, NewUnit told, String reason, CurrentUser by, Instant now) {
        Unit unit = new Unit();
        Origin origin = Origin.of(told.document(), by, now);
        unit.id = UnitId.next();
        unit.area = area;
        unit.number = number;
        unit.registeredAt = now;
        unit.registeredBy = origin.recordedBy();
        unit.registeredByName = origin.recordedByName();
        unit.take(told.place());
        unit.versions.put(told.from().atDay(1), new UnitVersion(told.facts(), reason, origin));
        if (told.payer() != null) {
            unit.payers.put(told.from().atDay(1), new UnitPayer(told.payer(), origin));
        }
        return unit;
    }

    /** Other facts from a month on, or what is put right of the version that begins in that month. */
    void change(UnitChange change, CurrentUser by, Instant now) {
        LocalDate from = change.from().atDay(1);
        UnitVersion holds = on(versions, from);
        if (holds != null && holds.facts().equals(change.facts()) && !versions.containsKey(from)) {
            throw Refusal.because("unit.refusal.same-facts", change.from());
        }
        versions.put(from, new UnitVersion(change.facts(), change.reason(), Origin.of(change.document(), by, now)));
    }

    /** Who pays from a day on. The balance stays with the unit (165号令 28), whoever owned it before. */
    void changePayer(LocalDate from, Payer payer, String document, CurrentUser by, Instant now) {
        UnitPayer holds = on(payers, from);
        if (holds != null && holds.payer().equals(payer) && !payers.containsKey(from)) {
            throw Refusal.because("unit.refusal.same-payer", from);
        }
        payers.put(from, new UnitPayer(payer, Origin.of(document, by, now)));
    }

    /** Puts right where it is; its number and its bills stay. */
    void correct(UnitPlace right) {
        take(right);
    }

    UnitPlace.Key key() {
        return new UnitPlace.Key(buildingKey, entranceKey, doorKey);
    }

    int version() {
        return version == null ? 0 : version;
    }

    /** @param building the name of its building */
    UnitView view(String building) {
        return new UnitView(
                id,
                number,
                area,
                new UnitPlace(building, entrance, floor, door),
                versionViews(),
                payerViews(),
                version());
    }

    String buildingKey() {
        return buildingKey;
    }

    private void take(UnitPlace place) {
        UnitPlace.Key key = place.key();
        buildingKey = key.building();
        entrance = place.entrance();
        entranceKey = key.entrance();
        floor = place.floor();
        door = place.door();
        doorKey = key.door();
        sortKey = SortKey.of(entrance + "-" + door);
    }

    private List<UnitView.Facts> versionViews() {
        List<UnitView.Facts> views = new ArrayList<>();
        LocalDate next = null;
        for (LocalDate from : latestFirst(versions)) {
            UnitVersion holds = Objects.requireNonNull(versions.get(from));
            views.add(new UnitView.Facts(
                    YearMonth.from(from),
                    next == null ? null : YearMonth.from(next).minusMonths(1),
                    holds.facts(),
                    holds.reason(),
                    holds.origin()));
            next = from;
        }
        return views;
    }

    private List<UnitView.PayerFrom> payerViews() {
        List<UnitView.PayerFrom> views = new ArrayList<>();
        LocalDate next = null;
        for (LocalDate from : latestFirst(payers)) {
            UnitPayer pays = Objects.requireNonNull(payers.get(from));
            views.add(
                    new UnitView.PayerFrom(from, next == null ? null : next.minusDays(1), pays.payer(), pays.origin()));
            next = from;
        }
        return views;
    }

    private static List<LocalDate> latestFirst(SortedMap<LocalDate, ?> entries) {
        List<LocalDate> days = new ArrayList<>(entries.keySet());
        Collections.reverse(days);
        return days;
    }

    /** What holds on a day; null before the first. */
    private static <T> @Nullable T on(SortedMap<LocalDate, T> entries, LocalDate day) {
        SortedMap<LocalDate, T> until = entries.headMap(day.plusDays(1));
        return until.isEmpty() ? null : until.get(until.lastKey());
    }
}
