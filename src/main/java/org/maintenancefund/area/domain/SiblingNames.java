package org.maintenancefund.area.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.ChineseText;

/**
 * Which names belong to parts of one community: 和谐花园一期 and 和谐花园二期, 南区 and 北区, A区 and B区, 东苑 and 西苑, 三里 and 五里, T1 and
 * T2, 高层 and 多层.
 *
 * <p>A name is cut down to its base by taking markers off its end, one after the other, as long as at least two characters
 * remain (so that 河北苑 and 河南苑 stay whole). A marker is a number (Chinese, Arabic, Roman), a letter or a point of the
 * compass <em>and</em> a word for a part: 期, 区, 苑, 组团, 栋, 座, 地块 and the like; or what kind of houses they are, behind a whole
 * name. A point of the compass alone is part of the name (东方花园, 锦绣江南). What stands in brackets is a marker, a remark, or
 * another name of the same community (原红星小区), which then is a base too; so is what stands before 二期 or a dot within the name.
 *
 * <p>一村 and 二村 are mostly communities of their own, see {@link #seriesOf}. Same street is the caller's condition; here only
 * names are compared.
 */
public final class SiblingNames {

    private static final int SHORTEST_BASE = 2;

    private static final String CHINESE_NUMBER = "[零〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,4}";
    private static final String COMPASS = "(?:东南|东北|西南|西北|[东南西北中])";
    private static final String LATIN =
            "(?<![a-z0-9])(?:[0-9]{1,3}|[ivx]{1,4}|[a-z]-?[0-9]{1,2}|[0-9]{1,2}-?[a-z]|[a-z])";
    private static final String STEM = "[甲乙丙丁戊己庚]";
    private static final String ORDINAL = "(?:" + CHINESE_NUMBER + "|" + COMPASS + "|" + STEM + "|" + LATIN + ")";
    /** 一、二期, 1-3栋, 一至三期, 1&2期. */
    private static final String ORDINALS = "第?" + ORDINAL + "(?:[-~、,/及至&+]第?" + ORDINAL + ")*";

    private static final String PART = "(?:期|片区|区|组团|街坊|号?地块|标段)";
    /** Words that names end with too. */
    private static final String PLACE = "(?:苑|园|里|坊)";
    /** With 路 in front these are house numbers: 翠屏路5号楼. */
    private static final String BUILDING = "(?:号楼|号院|#楼?|栋|幢|座|塔)";

    /** What kind of houses they are, behind what is a name without it. */
    private static final String KIND = "(?<=[村园苑城府庭居庄湾郡邸区期里坊厦])(?:别墅|商务楼|商住楼|写字楼|办公楼|综合楼|商业楼"
            + "|公寓楼|酒店式公寓|商铺|商业|住宅|回迁房|安置房|动迁房|小高层|高层|多层|洋房|联排|叠拼)";

    private static final Pattern MARKER_AT_END = Pattern.compile("(?:首期"
            + "|" + ORDINALS + PART
            + "|[老新旧]区"
            + "|第?(?:" + CHINESE_NUMBER + "|[0-9]{1,2})小区"
            + "|(?<![路街道巷弄零〇一二两三四五六七八九十百])" + ORDINALS + BUILDING
            + "|(?:" + COMPASS + "|[金银])(?:座|塔|楼)"
            + "|" + KIND
            // Without a word behind it only where nothing else can be meant: 和谐花园2, 和谐花园II, 和谐花园B.
            + "|(?<=\\p{IsHan})(?:[a-ht]?(?:1?[0-9]|20)|[ivx]{2,4}|[a-i])"
            + ")$");
    private static final Pattern PLACE_AT_END = Pattern.compile(ORDINALS + "(" + PLACE + ")$");
    private static final Pattern ONLY_MARKERS =
            Pattern.compile("(?:首期|" + ORDINALS + "(?:" + PART + "|" + PLACE + "|" + BUILDING + ")?)+");
    private static final Pattern SEPARATORS_AT_END = Pattern.compile("[-~·・•.,、/_—–:]+$");
    private static final Pattern COMMUNITY_WORD_AT_END = Pattern.compile("(?:住宅小区|住宅区|小区)$");

    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔〖「『《<]([^)\\]】〕〗」』》>]*)[)\\]】〕〗」』》>]");
    private static final Pattern SAYS_ALIAS = Pattern.compile("^(?:曾用名|原名|推广名|备案名|又名|别名|亦称|暂名|原|即)[:为]?");

    /** A place (张家湾), a remark (近和平公园) and a kind of house (酒店式公寓) look like one at first sight. */
    private static final Pattern LOOKS_LIKE_A_COMMUNITY =
            Pattern.compile("(?![近临靠位])(?!酒店|商务|青年|人才|单身|老年|学生|白领|蓝领|服务|产权|国际公寓).{2,}(?:花园|家园|花苑|小区|公寓|新村|苑)");

    private static final Pattern PART_WITHIN = Pattern.compile(
            "(.{2,}?)第?(?:" + CHINESE_NUMBER + "|[0-9]{1,2}|(?<![a-z])[ivx]{1,4})期(?=\\p{IsHan}).{2,8}");
    private static final Pattern PARTED = Pattern.compile("(\\p{IsHan}{2,})[-·・•—–]+\\p{IsHan}{2,}.*");
    private static final Pattern SERIES = Pattern.compile("(.{2,}?)第?(?:" + CHINESE_NUMBER + "|[0-9]{1,2})(?:新村|村)");

    /** Builders put their own names before those of their communities: 万科·金域 and 万科·翡翠 are two. */
    private static final Set<String> BUILDERS = Set.of(
            "万科", "保利", "中海", "华润", "招商", "绿地", "龙湖", "恒大", "碧桂园", "融创", "金地", "绿城", "世茂", "中粮", "首开", "远洋", "旭辉", "新城",
            "阳光城", "中南", "金科", "雅居乐", "富力", "佳兆业", "时代", "越秀", "建发", "国贸", "滨江", "中建", "中铁", "电建", "金茂", "仁恒", "新希望",
            "美的", "正荣", "融信", "蓝光", "荣盛", "首创", "城建", "北辰", "泰禾", "合生", "路劲", "大华", "卓越", "万达", "朗诗", "奥园", "华发", "华侨城",
            "宝龙", "弘阳", "力高", "禹洲", "中骏", "祥生", "当代", "鲁能", "保利发展", "华润置地", "中国铁建", "招商蛇口", "绿地集团", "中交", "中冶", "华夏",
            "中洲", "俊发", "金隅", "葛洲坝");

    private SiblingNames() {}

    /** A name without markers; what place word was taken off a short one, which then is no name by itself: 怒江南苑. */
    private record Base(String text, String place) {

        /** No folded name has a blank. */
        private String key() {
            return place.isEmpty() ? text : text + " " + place;
        }
    }

    /** The name without its markers, folded: 和谐花园（二期） → 和谐花园. */
    public static String baseOf(String name) {
        String folded = ChineseText.fold(name);
        String base = withoutMarkers(outsideOfBrackets(folded)).text();
        return length(base) < SHORTEST_BASE ? folded : base;
    }

    /** The base of the name first, then others: of names that it gives in brackets, of what stands before a part within it. */
    public static List<String> basesOf(String name) {
        String folded = ChineseText.fold(name);
        String outside = outsideOfBrackets(folded);
        Set<String> bases = new LinkedHashSet<>();
        Base main = withoutMarkers(outside);
        bases.add(length(main.text()) < SHORTEST_BASE ? folded : main.key());
        List<String> others = inBrackets(folded);
        Matcher within = PART_WITHIN.matcher(outside);
        if (within.matches()) {
            others.add(within.group(1));
        }
        Matcher parted = PARTED.matcher(outside);
        if (parted.matches() && !BUILDERS.contains(parted.group(1))) {
            others.add(parted.group(1));
        }
        others.stream()
                .map(SiblingNames::withoutMarkers)
                .filter(base -> length(base.text()) >= SHORTEST_BASE)
                .forEach(base -> bases.add(base.key()));
        return List.copyOf(bases);
    }

    /**
     * What numbered villages have in common: 田林三村 and 田林五村 are mostly communities of their own, to be shown, but nothing to
     * ask about. Empty for other names; never equal to a base.
     */
    public static Optional<String> seriesOf(String name) {
        Matcher series = SERIES.matcher(outsideOfBrackets(ChineseText.fold(name)));
        return series.matches() ? Optional.of(series.group(1) + " 村") : Optional.empty();
    }

    private static String outsideOfBrackets(String folded) {
        return BRACKETS.matcher(folded).replaceAll("");
    }

    private static List<String> inBrackets(String folded) {
        List<String> names = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(folded);
        while (brackets.find()) {
            String inside = brackets.group(1);
            Matcher alias = SAYS_ALIAS.matcher(inside);
            if (alias.find()) {
                names.add(inside.substring(alias.end()));
            } else if (LOOKS_LIKE_A_COMMUNITY
                            .matcher(withoutMarkers(inside).text())
                            .matches()
                    && !ONLY_MARKERS.matcher(inside).matches()) {
                names.add(inside);
            }
        }
        return names;
    }

    private static Base withoutMarkers(String folded) {
        Base base = new Base(SEPARATORS_AT_END.matcher(folded).replaceFirst(""), "");
        for (Base shorter = withoutOneMarker(base); !shorter.equals(base); shorter = withoutOneMarker(base)) {
            base = shorter;
        }
        return base;
    }

    private static Base withoutOneMarker(Base base) {
        String rest = cut(MARKER_AT_END.matcher(base.text()).replaceFirst(""), base.text());
        if (rest.equals(base.text())) {
            Matcher place = PLACE_AT_END.matcher(base.text());
            if (place.find()) {
                String before = cut(base.text().substring(0, place.start()), base.text());
                boolean isShort = length(before) == SHORTEST_BASE;
                return before.equals(base.text()) ? base : new Base(before, isShort ? place.group(1) : "");
            }
            rest = cut(COMMUNITY_WORD_AT_END.matcher(base.text()).replaceFirst(""), base.text());
        }
        return new Base(rest, base.place());
    }

    /** What remains, where that is enough to be a name. */
    private static String cut(String rest, String whole) {
        String clean = SEPARATORS_AT_END.matcher(rest).replaceFirst("");
        return length(clean) >= SHORTEST_BASE ? clean : whole;
    }

    private static int length(String text) {
        return ChineseText.length(text);
    }
}
