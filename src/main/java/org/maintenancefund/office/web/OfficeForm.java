package org.maintenancefund.office.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictChoice;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 新建 / 修改小区管理处 as typed; the components stand in the order of the page.
 *
 * @param version of the office that the person saw; null for a new one
 */
@Labels("office.field.")
record OfficeForm(
        @Text(min = 2, max = 60, required = "office.name.required", tooShort = "office.name.too-short") @Nullable
        String name,

        @DistrictChoice(required = "office.district.required") @Nullable
        String district,

        @Text(max = 200, required = "office.address.required") @Nullable
        String address,

        @Typed(value = PersonName.class, required = "office.head.required") @Nullable
        String head,

        @Typed(value = PersonName.class, required = "office.contactName.required") @Nullable
        String contactName,

        @Typed(MobileNumber.class) @Nullable String contactMobile,

        @Typed(value = PhoneNumber.class, optional = true) @Nullable
        String dutyPhone,

        @Typed(value = PhoneNumber.class, optional = true) @Nullable
        String repairPhone,

        @Text(max = MAX_REMARK, lines = true, optional = true) @Nullable
        String remark,

        @Nullable String version) {

    private static final int MAX_REMARK = 500;

    static OfficeForm empty(@Nullable DistrictId district) {
        return new OfficeForm(
                null, district == null ? null : district.toString(), null, null, null, null, null, null, null, null);
    }

    static OfficeForm of(OfficeView office) {
        OfficeDetails details = office.details();
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
                Integer.toString(office.version()));
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

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** What was typed, of a form without faults. */
    OfficeDetails toDetails() {
        return new OfficeDetails(
                ChineseText.clean(name),
                DistrictId.of(Objects.requireNonNull(district)),
                ChineseText.clean(address),
                PersonName.parse(head).value(),
                PersonName.parse(contactName).value(),
                MobileNumber.parse(contactMobile).value(),
                phone(dutyPhone),
                phone(repairPhone),
                ChineseText.paragraphs(remark, MAX_REMARK).value());
    }

    private static @Nullable PhoneNumber phone(@Nullable String typed) {
        return ChineseText.clean(typed).isEmpty()
                ? null
                : PhoneNumber.parse(typed).value();
    }

    private static @Nullable String text(@Nullable PhoneNumber phone) {
        return phone == null ? null : phone.value();
    }
}
