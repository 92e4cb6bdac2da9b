package org.maintenancefund.area.application;

import org.jspecify.annotations.Nullable;

/** Step A 基本信息 as typed, in the order of the page. */
record BasicsForm(String name, String district, String street, String community, String address, String parcelNumbers) {

    static final BasicsForm EMPTY = new BasicsForm("", "", "", "", "", "");

    BasicsForm(
            @Nullable String name,
            @Nullable String district,
            @Nullable String street,
            @Nullable String community,
            @Nullable String address,
            @Nullable String parcelNumbers) {
        this.name = AreaForm.text(name);
        this.district = AreaForm.text(district);
        this.street = AreaForm.text(street);
        this.community = AreaForm.text(community);
        this.address = AreaForm.text(address);
        this.parcelNumbers = AreaForm.text(parcelNumbers);
    }

    static BasicsForm of(AreaInfo info) {
        return new BasicsForm(
                info.name(),
                info.district().toString(),
                info.street().toString(),
                info.community(),
                info.address(),
                String.join("、", info.parcelNumbers()));
    }

    /** With the name and the district that are on record: those are not changed here. */
    BasicsForm keeping(AreaInfo record) {
        return new BasicsForm(record.name(), record.district().toString(), street, community, address, parcelNumbers);
    }
}
