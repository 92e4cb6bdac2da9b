package org.maintenancefund.area.application;

import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.city.DistrictChoice;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/** Step A 基本信息 as typed, in the order of the page. Whether the street is one of the district's, {@link AreaSteps} says. */
record BasicsForm(
        @Typed(value = AreaText.class, by = "name") String name,

        @DistrictChoice(required = "area.application.district.required")
        String district,

        String street,
        @Text(max = AreaText.LONGEST_COMMUNITY) String community,
        @Typed(value = AreaText.class, by = "address") String address,

        @Typed(value = AreaText.class, by = "parcelNumbers", optional = true)
        String parcelNumbers) {

    BasicsForm {
        name = AreaForm.text(name);
        district = AreaForm.text(district);
        street = AreaForm.text(street);
        community = AreaForm.text(community);
        address = AreaForm.text(address);
        parcelNumbers = AreaForm.text(parcelNumbers);
    }

    static BasicsForm of(AreaInfo info) {
        return new BasicsForm(
                info.area().name(),
                info.district().toString(),
                info.area().street().toString(),
                info.area().community(),
                info.area().address(),
                String.join("、", info.area().parcelNumbers()));
    }

    /** With the name and the district that are on record: those are not changed here. */
    BasicsForm keeping(AreaInfo record) {
        return new BasicsForm(
                record.area().name(), record.district().toString(), street, community, address, parcelNumbers);
    }
}
