package org.maintenancefund.committee.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.SortKey;

/** What a committee may be called. */
public final class CommitteeName {

    /** Longest name; the database allows as much. */
    public static final int MAX = 100;

    private static final int MOST_FORMER_NAMES = 3;

    private static final Pattern PREPARATORY = Pattern.compile(".+(业委会|业主委员会)筹备组");

    /** 第二届 before or within it, the kind behind. */
    private static final Pattern PARTS =
            Pattern.compile("(.*?)(?:第[^第]{1,3}届)?((?:业主大会)?(?:业主委员会|业委会)(?:筹备组)?|业主大会筹备组)");

    private static final Pattern COMMUNITY_WORD = Pattern.compile("(?<=..)(?:住宅小区|住宅区|小区|社区)$");
    private static final Pattern CITY = Pattern.compile("^.{2,6}?市");

    private CommitteeName() {}

    /** The name that fits an area. */
    public static String proposal(String areaName, CommitteeAttribute attribute) {
        return areaName + (attribute == CommitteeAttribute.FORMAL ? "业主委员会" : "业主委员会筹备组");
    }

    /** A preparatory group is called so, a committee is not. Tells the right name for the area where it isn't so. */
    public static Optional<Reason> misfit(String name, CommitteeAttribute attribute, String areaName) {
        boolean formal = attribute == CommitteeAttribute.FORMAL;
        boolean fits =
                formal ? !name.contains("筹备组") : PREPARATORY.matcher(name).matches();
        return fits
                ? Optional.empty()
                : Optional.of(Reason.of(
                        formal ? "committee.name.preparatory" : "committee.name.not-preparatory",
                        proposal(areaName, attribute)));
    }

    /**
     * What is to be said where a committee isn't called as its area is, or was (曾用名), with the name that would fit: somebody
     * chose the wrong area, or forgot 一期. Never a refusal. However the name is written: brackets, dots, 小区, numbers and the
     * city, district or street before it make no difference.
     */
    public static Optional<Reason> otherThanArea(String name, CommitteeAttribute attribute, AreaView area) {
        return fittingInstead(name, attribute, area)
                .map(proposed -> area.aliases().isEmpty()
                        ? Reason.of("committee.name.other-area", name, area.name(), proposed)
                        : Reason.of(
                                "committee.name.other-area.formerly",
                                name,
                                area.name(),
                                NameList.of(area.aliases(), MOST_FORMER_NAMES),
                                proposed));
    }

    /** The name that would fit, where a committee isn't called as its area is or was. */
    public static Optional<String> fittingInstead(String name, CommitteeAttribute attribute, AreaView area) {
        Matcher parts = PARTS.matcher(ChineseText.fold(name));
        boolean ofKind = parts.matches();
        String called = ofKind ? parts.group(1) : ChineseText.fold(name);
        boolean same = Stream.concat(Stream.of(area.name()), area.aliases().stream())
                .anyMatch(known -> isSame(called, known, area));
        if (same) {
            return Optional.empty();
        }
        String fitting = area.name() + (ofKind ? parts.group(2) : "");
        return Optional.of(
                ofKind && misfit(fitting, attribute, area.name()).isEmpty()
                        ? fitting
                        : proposal(area.name(), attribute));
    }

    private static boolean isSame(String called, String known, AreaView area) {
        String key = key(known);
        return key(called).equals(key) || key(withoutPlace(called, area)).equals(key);
    }

    /** Without 小区 behind it; equal for all writings. */
    private static String key(String name) {
        return SortKey.of(COMMUNITY_WORD.matcher(ChineseText.fold(name)).replaceFirst(""));
    }

    /** Without the city, the district and the street before it. */
    private static String withoutPlace(String called, AreaView area) {
        String rest = called;
        if (!rest.startsWith(ChineseText.fold(area.districtName()))) {
            rest = CITY.matcher(rest).replaceFirst("");
        }
        for (String place : List.of(area.districtName(), area.streetName())) {
            String folded = ChineseText.fold(place);
            rest = !folded.isEmpty() && rest.startsWith(folded) ? rest.substring(folded.length()) : rest;
        }
        return rest;
    }
}
