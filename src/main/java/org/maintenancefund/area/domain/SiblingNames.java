package org.maintenancefund.area.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.ChineseText;

/**
 * Which names belong to parts of one community: 和谐花园一期 and 和谐花园二期, 南区 and 北区, A区 and B区, 东苑 and 西苑.
 *
 * <p>A name is cut down to its base by taking markers off its end, one after the other, as long as at least two characters
 * remain (so that 河北苑 and 河南苑 stay whole). A marker is a number (Chinese, Arabic, Roman), a letter or a point of the
 * compass <em>and</em> a word for a part: 期, 区, 苑, 组团, 栋, 座, 地块 and the like. A point of the compass alone is part
 * of the name (东方花园, 锦绣江南). What stands in brackets is a marker, a remark, or another name of the same community
 * (原红星小区), which then is a base too.
 *
 * <p>Same street is the caller's condition; here only names are compared.
 */
public final class SiblingNames {

    private static final int SHORTEST_BASE = 2;

    private static final String CHINESE_NUMBER = "[零〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,4}";
    private static final String COMPASS = "(?:东南|东北|西南|西北|[东南西北中])";
    private static final String LATIN =
            "(?<![a-z0-9])(?:[0-9]{1,3}|[ivx]{1,4}|[a-z]-?[0-9]{1,2}|[0-9]{1,2}-?[a-z]|[a-z])";
    private static final String ORDINAL = "(?:" + CHINESE_NUMBER + "|" + COMPASS + "|" + LATIN + ")";
    /** 一、二期, 1-3栋, 一至三期. */
    private static final String ORDINALS = "第?" + ORDINAL + "(?:[-~、,/及至]第?" + ORDINAL + ")*";

    private static final String PART = "(?:期|片区|区|苑|组团|号?地块|标段)";
    /** With 路 in front these are house numbers: 翠屏路5号楼. */
    private static final String BUILDING = "(?:号楼|#楼?|栋|幢|座)";

    private static final Pattern MARKER_AT_END = Pattern.compile("(?:首期"
            + "|" + ORDINALS + PART
            + "|(?<![路街道巷弄])" + ORDINALS + BUILDING
            // Without a word behind it only where nothing else can be meant: 和谐花园2, 和谐花园II, 和谐花园B.
            + "|(?<=\\p{IsHan})(?:[a-h]?(?:1?[0-9]|20)|[ivx]{2,4}|[a-h])"
            + ")$");
    private static final Pattern ONLY_MARKERS =
            Pattern.compile("(?:首期|" + ORDINALS + "(?:" + PART + "|" + BUILDING + ")?)+");
    private static final Pattern SEPARATORS_AT_END = Pattern.compile("[-~·・•.,、/_—–:]+$");
    private static final Pattern COMMUNITY_WORD_AT_END = Pattern.compile("(?:住宅小区|住宅区|小区)$");

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔〖「『《<]([^)\\]】〕〗」』》>]*)[)\\]】〕〗」』》>]");
    private static final Pattern SAYS_ALIAS = Pattern.compile("^(?:曾用名|原名|推广名|备案名|又名|别名|亦称|暂名|原|即)[:为]?");
    private static final Pattern LOOKS_LIKE_A_COMMUNITY = Pattern.compile(".{2,}(?:花园|家园|花苑|小区|公寓|大厦|广场|[苑园城府庭居庄湾郡邸])");

    private SiblingNames() {}

    /** The name without its markers, folded: 和谐花园（二期） → 和谐花园. */
    public static String baseOf(String name) {
        return basesOf(name).get(0);
    }

    /** The base of the name first, then those of other names that it gives in brackets. */
    public static List<String> basesOf(String name) {
        String folded = ChineseText.fold(name);
        Set<String> bases = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(folded);
        StringBuilder outside = new StringBuilder();
        while (brackets.find()) {
            brackets.appendReplacement(outside, "");
            String inside = brackets.group(1);
            Matcher alias = SAYS_ALIAS.matcher(inside);
            if (alias.find()) {
                others.add(inside.substring(alias.end()));
            } else if (LOOKS_LIKE_A_COMMUNITY.matcher(withoutMarkers(inside)).matches()
                    && !ONLY_MARKERS.matcher(inside).matches()) {
                others.add(inside);
            }
        }
        brackets.appendTail(outside);
        String main = withoutMarkers(outside.toString());
        bases.add(length(main) < SHORTEST_BASE ? folded : main);
        others.stream()
                .map(SiblingNames::withoutMarkers)
                .filter(base -> length(base) >= SHORTEST_BASE)
                .forEach(bases::add);
        return List.copyOf(bases);
    }

    private static String withoutMarkers(String folded) {
        String rest = SEPARATORS_AT_END.matcher(folded).replaceFirst("");
        for (String shorter = withoutOneMarker(rest); !shorter.equals(rest); shorter = withoutOneMarker(rest)) {
            rest = shorter;
        }
        String bare = COMMUNITY_WORD_AT_END.matcher(rest).replaceFirst("");
        return length(bare) >= SHORTEST_BASE ? bare : rest;
    }

    private static String withoutOneMarker(String folded) {
        String rest = SEPARATORS_AT_END
                .matcher(MARKER_AT_END.matcher(folded).replaceFirst(""))
                .replaceFirst("");
        return length(rest) >= SHORTEST_BASE ? rest : folded;
    }

    private static int length(String text) {
        return ChineseText.length(text);
    }
}
