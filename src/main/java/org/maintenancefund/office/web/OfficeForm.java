package org.maintenancefund.office.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.web.FieldErrors;
import org.springframework.validation.Errors;

/**
 * 新建 / 修改小区管理处 as typed; the components stand in the order of the page.
 *
 * @param version of the office that the person saw; null for a new one
 */
record OfficeForm(
        @Nullable String name,
        @Nullable String district,
        @Nullable String address,
        @Nullable String head,
        @Nullable String contactName,
        @Nullable String contactMobile,
        @Nullable String dutyPhone,
        @Nullable String repairPhone,
        @Nullable String remark,
        @Nullable String version) {

    private static final int MIN_NAME = 2;
    private static final int MAX_NAME = 60;
    private static final int MAX_ADDRESS = 200;
    private static final int MAX_REMARK = 500;

    static OfficeForm empty(@Nullable DistrictId district) {
        return new OfficeForm(
                null, district == null ? null : district.toString(), null, null, null, null, null, null, null, null);
    }

    static OfficeForm of(OfficeView office) {
        return of(office.details(), Integer.toString(office.version()));
    }

    static OfficeForm of(OfficeDetails details, @Nullable String version) {
        return new OfficeForm(
                details.name(),
                details.district().toString(),
                details.address(),
                details.head().value(),
                details.contactName().value(),
                details.contactMobile().value(),
                text(details.dutyPhone()),
                text(details.repairPhone()),
                details.remark(),
                version);
    }

    /** The same typed text on top of what somebody else has saved meanwhile. */
    OfficeForm onTopOf(OfficeView current) {
        return new OfficeForm(
                name,
                district,
                address,
                head,
                contactName,
                contactMobile,
                dutyPhone,
                repairPhone,
                remark,
                Integer.toString(current.version()));
    }

    /** The version that the person saw; one that never was where the form came without or with another's word. */
    int seenVersion() {
        try {
            return version == null ? -1 : Integer.parseInt(version);
        } catch (NumberFormatException tamperedWith) {
            return -1;
        }
    }

    /** What was typed as values; empty after each fault was put to its field. */
    Optional<OfficeDetails> read(Errors errors, Districts districts) {
        String newName = FieldErrors.check(errors, "name", readName());
        DistrictId newDistrict = FieldErrors.check(errors, "district", readDistrict(districts));
        String newAddress = FieldErrors.check(
                errors, "address", told(ChineseText.required(address, MAX_ADDRESS), "office.address.required"));
        PersonName newHead = FieldErrors.check(errors, "head", told(PersonName.parse(head), "office.head.required"));
        PersonName newContact = FieldErrors.check(
                errors, "contactName", told(PersonName.parse(contactName), "office.contactName.required"));
        MobileNumber newMobile = FieldErrors.check(errors, "contactMobile", MobileNumber.parse(contactMobile));
        PhoneNumber newDuty = readPhone(errors, "dutyPhone", dutyPhone);
        PhoneNumber newRepair = readPhone(errors, "repairPhone", repairPhone);
        String newRemark = FieldErrors.check(errors, "remark", ChineseText.paragraphs(remark, MAX_REMARK));
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new OfficeDetails(
                Objects.requireNonNull(newName),
                Objects.requireNonNull(newDistrict),
                Objects.requireNonNull(newAddress),
                Objects.requireNonNull(newHead),
                Objects.requireNonNull(newContact),
                Objects.requireNonNull(newMobile),
                newDuty,
                newRepair,
                Objects.requireNonNull(newRemark)));
    }

    private Checked<String> readName() {
        Checked<String> read = told(ChineseText.required(name, MAX_NAME), "office.name.required");
        return read.isOk() && ChineseText.length(read.value()) < MIN_NAME
                ? Checked.refused("office.name.too-short")
                : read;
    }

    private Checked<DistrictId> readDistrict(Districts districts) {
        return districts.all().stream()
                .map(DistrictCentre::id)
                .filter(id -> id.toString().equals(district))
                .findFirst()
                .map(Checked::ok)
                .orElseGet(() -> Checked.refused("office.district.required"));
    }

    private static @Nullable PhoneNumber readPhone(Errors errors, String field, @Nullable String typed) {
        return ChineseText.clean(typed).isEmpty() ? null : FieldErrors.check(errors, field, PhoneNumber.parse(typed));
    }

    /** "请填写此项" in the field's own words. */
    private static <T> Checked<T> told(Checked<T> read, String whenMissing) {
        return !read.isOk() && read.reason().code().endsWith(".required") ? Checked.refused(whenMissing) : read;
    }

    private static @Nullable String text(@Nullable PhoneNumber phone) {
        return phone == null ? null : phone.value();
    }
}
