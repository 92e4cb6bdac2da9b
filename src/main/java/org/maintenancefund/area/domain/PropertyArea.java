package org.maintenancefund.area.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.Getter;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.Refusal;

/** A property area (物业区域), the anchor of everything. Read by others through {@code PropertyAreas}. */
@Entity
@Table(name = "area")
class PropertyArea {

    @Getter
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AreaId id;

    @Getter
    private String code;

    @Getter
    private String name;

    @Embedded
    private AreaKeys keys;

    @ElementCollection
    @CollectionTable(name = "area_alias", joinColumns = @JoinColumn(name = "area_id"))
    @OrderColumn(name = "position")
    private List<Alias> aliases = new ArrayList<>();

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "district_id"))
    private DistrictId district;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "street_id"))
    private StreetId street;

    private String community;
    private String address;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "parcel_numbers", columnDefinition = "text[]")
    private List<String> parcelNumbers = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private AreaType type;

    @Embedded
    private FloorAreas floorAreas;

    private int buildings;
    private int households;

    @Column(name = "year_built")
    private @Nullable Integer yearBuilt;

    @Embedded
    private @Nullable FundAccount fundAccount;

    @Enumerated(EnumType.STRING)
    private AreaState state;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "merged_into"))
    private @Nullable AreaId mergedInto;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private @Nullable Integer version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway")
    protected PropertyArea() {}

    /**
     * An area that exists from now on.
     *
     * @param former other names it is known by
     * @param code   its number, given by {@link AreaRegister}
     */
    @SuppressWarnings("NullAway")
    static PropertyArea entered(NewArea area, List<String> former, DistrictCentre centre, String code, Instant now) {
        PropertyArea entered = new PropertyArea();
        entered.id = AreaId.next();
        entered.code = code;
        entered.district = centre.id();
        entered.state = AreaState.ACTIVE;
        entered.createdAt = now;
        entered.become(area.name(), area, former);
        return entered;
    }

    /** Works out anew what it is found by, from what it is called now. */
    void rekey() {
        keys = AreaKeys.of(code, name, aliasNames(), address);
    }

    /** 更名: the name so far becomes a former one. */
    void rename(String newName) {
        if (name.equals(AreaText.name(newName).value())) {
            throw Refusal.because("area.name.same");
        }
        become(newName, facts(), namesSoFar(List.of()));
    }

    /**
     * Is from now on what it is told to be. A name it had becomes a former one; former names that are not told stay.
     *
     * @param centre the district of the street, which must be the one it lies in: the number says so
     */
    void change(NewArea told, DistrictCentre centre) {
        if (!centre.id().equals(district)) {
            throw Refusal.because("area.district.fixed");
        }
        become(told.name(), told, namesSoFar(told.aliases()));
    }

    private void become(String called, NewArea told, List<String> former) {
        name = AreaText.name(called).value();
        street = told.street();
        community = AreaText.community(told.community()).value();
        address = AreaText.address(told.address()).value();
        parcelNumbers = new ArrayList<>(told.parcelNumbers().stream()
                .map(parcel -> AreaText.parcelNumber(parcel).value())
                .toList());
        type = told.type();
        floorAreas = told.floorAreas();
        buildings = told.buildings();
        households = told.households();
        yearBuilt = told.yearBuilt();
        fundAccount = told.fundAccount();
        List<Alias> names = Alias.of(name, former);
        if (!names.equals(aliases)) {
            aliases.clear();
            aliases.addAll(names);
        }
        rekey();
    }

    /**
     * 合并: takes in what the others are, as the area of all of them. Figures add up, the earliest year and the one fund
     * account stay, every name becomes a former one. What the others are themselves is left as it was, so that it can be
     * undone.
     */
    void absorb(List<PropertyArea> others, String newName) {
        NewArea all = facts();
        List<String> former = namesSoFar(List.of());
        for (PropertyArea other : others) {
            former.addAll(other.namesSoFar(List.of()));
            all = all.plus(other.facts());
        }
        become(newName, all, former);
    }

    void goInto(PropertyArea kept) {
        state = AreaState.MERGED;
        mergedInto = kept.id;
    }

    /** 撤销合并, for the areas that went into another one. */
    void comeBack() {
        state = AreaState.ACTIVE;
        mergedInto = null;
    }

    /** What it is by now, for undoing what is done next. */
    NewArea facts() {
        return new NewArea(
                name,
                aliasNames(),
                street,
                community,
                address,
                parcelNumbers,
                type,
                floorAreas,
                buildings,
                households,
                yearBuilt,
                fundAccount);
    }

    /** 撤销合并, for the area that was kept. */
    void restore(NewArea before) {
        become(before.name(), before, before.aliases());
    }

    /** Its former names, those that come to them, and the one it has. */
    private List<String> namesSoFar(List<String> more) {
        List<String> names = new ArrayList<>(aliasNames());
        names.addAll(more);
        names.add(name);
        return names;
    }

    private List<String> aliasNames() {
        return aliases.stream().map(Alias::name).toList();
    }

    boolean isActive() {
        return state == AreaState.ACTIVE;
    }

    int version() {
        return version == null ? 0 : version;
    }
}
