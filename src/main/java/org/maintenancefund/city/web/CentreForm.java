package org.maintenancefund.city.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.domain.CentreRecord;

/** A district centre as typed; the fields stand in the order of the page. */
public class CentreForm {

    /** A street that the centre has already. */
    public static class StreetRow {

        private String id = "";
        private String name = "";
        private boolean remove;

        public StreetRow() {}

        StreetRow(Street street) {
            this.id = street.id().toString();
            this.name = street.name();
        }

        public String getId() {
            return id;
        }

        public void setId(@Nullable String id) {
            this.id = given(id);
        }

        public String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = given(name);
        }

        /** 移除. */
        public boolean isRemove() {
            return remove;
        }

        public void setRemove(boolean remove) {
            this.remove = remove;
        }
    }

    private String name = "";
    private String code = "";
    private String gbCode = "";
    private String centreName = "";
    private String phone = "";
    private String address = "";
    private List<StreetRow> streets = new ArrayList<>();
    private String newStreets = "";
    private String version = "";

    static CentreForm of(CentreRecord known) {
        DistrictCentre centre = known.centre();
        CentreForm form = new CentreForm();
        form.code = centre.code();
        form.name = centre.name();
        form.gbCode = given(known.gbCode());
        form.centreName = centre.centreName();
        form.address = centre.address();
        form.phone = centre.phone().toString();
        centre.streets().forEach(street -> form.streets.add(new StreetRow(street)));
        form.version = Integer.toString(known.version());
        return form;
    }

    /**
     * What was typed, on top of what somebody else has saved meanwhile: streets that are gone are gone, new ones stand there
     * too, the others keep the typed name.
     */
    void putOnTopOf(CentreRecord current) {
        Map<String, StreetRow> typed = new HashMap<>();
        streets.forEach(row -> typed.put(row.id, row));
        streets = new ArrayList<>(current.centre().streets().stream()
                .map(StreetRow::new)
                .map(row -> typed.getOrDefault(row.id, row))
                .toList());
        version = Integer.toString(current.version());
    }

    /** The version that the person saw; one that never was where the form came without or with another's word. */
    int seenVersion() {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException tamperedWith) {
            return -1;
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = given(name);
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = given(code);
    }

    public String getGbCode() {
        return gbCode;
    }

    public void setGbCode(@Nullable String gbCode) {
        this.gbCode = given(gbCode);
    }

    public String getCentreName() {
        return centreName;
    }

    public void setCentreName(@Nullable String centreName) {
        this.centreName = given(centreName);
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = given(phone);
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = given(address);
    }

    public List<StreetRow> getStreets() {
        return streets;
    }

    public void setStreets(List<StreetRow> streets) {
        this.streets = streets;
    }

    /** Streets to add, one a line. */
    public String getNewStreets() {
        return newStreets;
    }

    public void setNewStreets(@Nullable String newStreets) {
        this.newStreets = given(newStreets);
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = given(version);
    }
}
