package org.maintenancefund.area.application;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/** Reads the steps: each by itself when it is saved, all of them before they are submitted. */
@Component
class AreaFormCheck {

    private final Districts districts;
    private final BuildingCheck buildings;

    AreaFormCheck(Districts districts, BuildingCheck buildings) {
        this.districts = districts;
        this.buildings = buildings;
    }

    /** Step A 基本信息, read. */
    record Basics(
            String name, UUID district, UUID street, String community, String address, List<String> parcelNumbers) {}

    /** Step D 专户, read; null for no account of its own. */
    record Account(@Nullable FundAccount account) {}

    /** Everything, or empty where a step is not complete. */
    Optional<AreaInfo> read(AreaForm form) {
        Optional<Basics> basics = basics(form.basics(), errors(form.basics()));
        Optional<Figures> figures = figures(form.scale(), errors(form.scale()));
        Optional<Account> account = account(form.account(), errors(form.account()));
        if (basics.isEmpty() || figures.isEmpty() || account.isEmpty() || !buildings.areComplete(form)) {
            return Optional.empty();
        }
        Basics a = basics.get();
        Figures b = figures.get();
        return Optional.of(new AreaInfo(
                a.name(),
                a.district(),
                a.street(),
                a.community(),
                a.address(),
                a.parcelNumbers(),
                b.type(),
                b.total(),
                b.residential(),
                b.commercial(),
                b.other(),
                b.buildings(),
                b.households(),
                b.yearBuilt(),
                account.get().account(),
                form.buildings()));
    }

    AreaStep.Progress progress(AreaForm form, AreaStep step) {
        boolean done = switch (step) {
            case BASICS -> basics(form.basics(), errors(form.basics())).isPresent();
            case SCALE -> figures(form.scale(), errors(form.scale())).isPresent();
            case BUILDINGS -> !form.buildings().isEmpty();
            case ACCOUNT -> account(form.account(), errors(form.account())).isPresent();
        };
        boolean untouched = switch (step) {
            case BASICS -> form.basics().equals(BasicsForm.EMPTY);
            case SCALE -> form.scale().equals(ScaleForm.EMPTY);
            case BUILDINGS -> form.imported().isEmpty();
            case ACCOUNT -> form.account().equals(AccountForm.EMPTY);
        };
        return done
                ? AreaStep.Progress.DONE
                : untouched ? AreaStep.Progress.NOT_STARTED : AreaStep.Progress.IN_PROGRESS;
    }

    Optional<Basics> basics(BasicsForm form, Errors errors) {
        String name = FieldErrors.check(errors, "name", AreaText.name(form.name()));
        DistrictCentre district = uuid(form.district())
                .flatMap(id -> districts.find(new DistrictId(id)))
                .orElse(null);
        if (district == null) {
            FieldErrors.reject(errors, "district", "area.application.district.required");
        }
        UUID street = uuid(form.street()).orElse(null);
        if (street == null) {
            FieldErrors.reject(errors, "street", "area.application.street.required");
        } else if (district != null && district.street(new StreetId(street)).isEmpty()) {
            FieldErrors.reject(errors, "street", "area.application.street.elsewhere", district.name());
        }
        String community = FieldErrors.check(
                errors, "community", ChineseText.required(form.community(), AreaText.LONGEST_COMMUNITY));
        String address = FieldErrors.check(errors, "address", AreaText.line(form.address(), AreaText.LONGEST_ADDRESS));
        List<String> parcels = FieldErrors.check(errors, "parcelNumbers", AreaText.parcelNumbers(form.parcelNumbers()));
        return errors.hasErrors()
                        || name == null
                        || district == null
                        || street == null
                        || community == null
                        || address == null
                        || parcels == null
                ? Optional.empty()
                : Optional.of(new Basics(name, district.id().value(), street, community, address, parcels));
    }

    Optional<Figures> figures(ScaleForm form, Errors errors) {
        AreaType type = Arrays.stream(AreaType.values())
                .filter(value -> value.name().equals(form.type()))
                .findFirst()
                .orElse(null);
        if (type == null) {
            FieldErrors.reject(errors, "type", "area.application.type.required");
        }
        BigDecimal total = FieldErrors.check(errors, "total", AreaText.floorArea(form.total()));
        if (total != null && total.signum() == 0) {
            FieldErrors.reject(errors, "total", "area.application.total.zero");
        }
        BigDecimal residential = part(errors, "residential", form.residential());
        BigDecimal commercial = part(errors, "commercial", form.commercial());
        BigDecimal other = part(errors, "other", form.other());
        Integer count = FieldErrors.check(
                errors, "buildings", AreaText.wholeNumber(form.buildings(), 1, AreaText.MOST_BUILDINGS));
        Integer households = FieldErrors.check(
                errors, "households", AreaText.wholeNumber(form.households(), 0, AreaText.MOST_HOUSEHOLDS));
        Integer year = ChineseText.isBlank(form.yearBuilt())
                ? null
                : FieldErrors.check(errors, "yearBuilt", AreaText.year(form.yearBuilt()));
        if (ChineseText.isBlank(form.yearBuilt())) {
            FieldErrors.reject(errors, "yearBuilt", "area.application.year.required");
        }
        return errors.hasErrors()
                        || type == null
                        || total == null
                        || residential == null
                        || commercial == null
                        || other == null
                        || count == null
                        || households == null
                ? Optional.empty()
                : Optional.of(new Figures(type, total, residential, commercial, other, count, households, year));
    }

    Optional<Account> account(AccountForm form, Errors errors) {
        if (AccountForm.NO.equals(form.own())) {
            return Optional.of(new Account(null));
        }
        if (!AccountForm.YES.equals(form.own())) {
            FieldErrors.reject(errors, "own", "area.application.account.required");
            return Optional.empty();
        }
        String bank = FieldErrors.check(errors, "bank", ChineseText.required(form.bank(), AreaText.LONGEST_BANK));
        String holder = FieldErrors.check(
                errors, "accountName", ChineseText.required(form.accountName(), AreaText.LONGEST_BANK));
        String number = FieldErrors.check(errors, "accountNumber", AreaText.accountNumber(form.accountNumber()));
        return bank == null || holder == null || number == null
                ? Optional.empty()
                : Optional.of(new Account(new FundAccount(bank, holder, number)));
    }

    /** A part of the floor area; nothing typed is none of it. */
    private static @Nullable BigDecimal part(Errors errors, String field, String typed) {
        return ChineseText.isBlank(typed)
                ? BigDecimal.ZERO
                : FieldErrors.check(errors, field, AreaText.floorArea(typed));
    }

    private static Errors errors(Object form) {
        return new BeanPropertyBindingResult(form, "form");
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException nothingChosen) {
            return Optional.empty();
        }
    }
}
