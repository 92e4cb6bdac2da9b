package org.maintenancefund.area.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.area.Building;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** A community's information as lines with labels, and what one version of it has other than another. */
@Component
class InfoLines {

    private static final String NOTHING = Messages.of("area.change.nothing");

    private final List<Field> fields;

    InfoLines(Districts districts) {
        Function<AreaInfo, List<String>> district =
                info -> List.of(districts.get(new DistrictId(info.district())).name());
        Function<AreaInfo, List<String>> street = info -> List.of(districts
                .get(new DistrictId(info.district()))
                .street(new StreetId(info.street()))
                .map(Street::name)
                .orElse(""));
        this.fields = List.of(
                new Field(AreaStep.BASICS, "name", info -> List.of(info.name())),
                new Field(AreaStep.BASICS, "district", district),
                new Field(AreaStep.BASICS, "street", street),
                new Field(AreaStep.BASICS, "community", info -> List.of(info.community())),
                new Field(AreaStep.BASICS, "address", info -> List.of(info.address())),
                new Field(AreaStep.BASICS, "parcelNumbers", AreaInfo::parcelNumbers),
                new Field(AreaStep.SCALE, "type", info -> List.of(info.type().label())),
                new Field(AreaStep.SCALE, "total", info -> figure(info.total())),
                new Field(AreaStep.SCALE, "residential", info -> figure(info.residential())),
                new Field(AreaStep.SCALE, "commercial", info -> figure(info.commercial())),
                new Field(AreaStep.SCALE, "other", info -> figure(info.other())),
                new Field(AreaStep.SCALE, "buildings", info -> List.of(Integer.toString(info.buildings()))),
                new Field(AreaStep.SCALE, "households", info -> List.of(Integer.toString(info.households()))),
                new Field(
                        AreaStep.SCALE,
                        "yearBuilt",
                        info -> info.yearBuilt() == null
                                ? List.of()
                                : List.of(info.yearBuilt().toString())),
                new Field(
                        AreaStep.BUILDINGS,
                        "list",
                        info -> info.buildingList().stream().map(Building::line).toList()),
                new Field(AreaStep.ACCOUNT, "own", InfoLines::account));
    }

    /**
     * A line of the information.
     *
     * @param step where it is filled in
     * @param key  id of its input there
     */
    record Field(AreaStep step, String key, Function<AreaInfo, List<String>> lines) {

        String label() {
            return Messages.of("area.field." + key);
        }

        boolean differs(AreaInfo one, AreaInfo other) {
            return !lines.apply(one).equals(lines.apply(other));
        }
    }

    List<Field> fields() {
        return fields;
    }

    /** All of it. */
    List<DetailField> all(AreaInfo info) {
        return fields.stream()
                .map(field -> new DetailField(
                        field.key(), field.label(), field.lines().apply(info), false, false))
                .toList();
    }

    /** What is other, before and after. */
    List<DetailField> changes(AreaInfo before, AreaInfo after) {
        return fields.stream()
                .filter(field -> field.differs(before, after))
                .map(field -> DetailField.of(
                        field.key(), field.label(), change(field, before, after).toArray()))
                .toList();
    }

    /** Labels of what is other. */
    List<String> changedLabels(AreaInfo before, AreaInfo after) {
        return fields.stream()
                .filter(field -> field.differs(before, after))
                .map(Field::label)
                .toList();
    }

    private static List<String> change(Field field, AreaInfo before, AreaInfo after) {
        List<String> was = field.lines().apply(before);
        List<String> is = field.lines().apply(after);
        if (field.step() == AreaStep.BUILDINGS) {
            List<String> lines = new ArrayList<>();
            is.stream()
                    .filter(line -> !was.contains(line))
                    .forEach(line -> lines.add(Messages.of("area.change.to", line)));
            was.stream()
                    .filter(line -> !is.contains(line))
                    .forEach(line -> lines.add(Messages.of("area.change.from", line)));
            return lines.isEmpty() ? List.of(Messages.of("area.change.order")) : lines;
        }
        return List.of(
                Messages.of("area.change.to", is.isEmpty() ? NOTHING : String.join("，", is)),
                Messages.of("area.change.from", was.isEmpty() ? NOTHING : String.join("，", was)));
    }

    private static List<String> account(AreaInfo info) {
        return info.fundAccount() == null
                ? List.of(Messages.of("area.fundAccount.none"))
                : List.of(
                        info.fundAccount().bank(),
                        info.fundAccount().accountName(),
                        info.fundAccount().accountNumber());
    }

    private static List<String> figure(BigDecimal squareMetres) {
        return List.of(squareMetres.toPlainString());
    }
}
