package org.maintenancefund.city.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.city.Holiday;
import org.maintenancefund.city.domain.HolidayNotice.Fault;
import org.maintenancefund.city.domain.HolidayNotice.Reading;
import org.maintenancefund.kernel.DateRange;

/** What people paste as a year's holidays, and why a line of it can't be taken. */
class HolidayNoticeTest {

    /** The announcement for 2026 in the words in which it was published, without what stands around it. */
    private static final String OF_2026 = """
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            """;

    private static Reading read(int year, String text) {
        return HolidayNotice.read(year, text);
    }

    private static Holiday holiday(String days, String name) {
        return new Holiday(DateRange.from(days), name);
    }

    @Test
    void theAnnouncementIsUnderstoodAsItIsPublished() {
        Reading reading = read(2026, OF_2026);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.year().holidays())
                .containsExactly(
                        holiday("2026-01-01/2026-01-03", "元旦"),
                        holiday("2026-02-15/2026-02-23", "春节"),
                        holiday("2026-04-04/2026-04-06", "清明节"),
                        holiday("2026-05-01/2026-05-05", "劳动节"),
                        holiday("2026-06-19/2026-06-21", "端午节"),
                        holiday("2026-09-25/2026-09-27", "中秋节"),
                        holiday("2026-10-01/2026-10-07", "国庆节"));
        assertThat(reading.year().workdays())
                .containsExactlyElementsOf(
                        Stream.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")
                                .map(LocalDate::parse)
                                .toList());
        assertThat(reading.year().isComplete()).isTrue();
    }

    @Test
    void whatIsShownToBeChangedReadsAsTheSameAgain() {
        Reading first = read(2026, OF_2026);

        assertThat(read(2026, HolidayNotice.lines(first.year()))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "春节：2月5日至11日放假调休，共7天。",
                "“春节”:2月5日~2月11日放假",
                "（二）春节：2027年2月5日（星期五）至2月11日（星期四）放假调休，共7天",
                "2. 春节 2027-02-05 至 2027-02-11",
                "2027-02-05 至 2027-02-11 春节",
                "2027/2/5-2027/2/11 春节",
                "春节\t2027-02-05\t2027-02-11",
                "春节,2027-02-05,2027-02-11",
                "春节\t2027-02-05\t2027-02-11\t7天",
                "春节\t2027-02-05\t2027-02-11\t7",
                "春节：2月5日至11日放假7天",
                "节日\t开始日期\t结束日期\t放假天数\n春节\t2027-02-05\t2027-02-11\t7",
                "２０２７－０２－０５ 到 ２０２７－０２－１１　春节",
            })
    void aHolidayIsWrittenInManyWays(String line) {
        Reading reading = read(2027, line);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.year().holidays()).containsExactly(holiday("2027-02-05/2027-02-11", "春节"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1月31日（星期日）、2月14日（星期日）上班。",
                "调休上班：2027-01-31、2027-02-14",
                "2027-01-31 2027-02-14 上班",
                "2027-02-14 上班\n2027-01-31 补班",
            })
    void soAreTheDaysThatAreWorked(String lines) {
        Reading reading = read(2027, lines);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.year().workdays()).containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 14));
    }

    @Test
    void aSingleDayAndOneOverTheEndOfAYear() {
        assertThat(read(2027, "清明节：4月5日放假，与周末连休。").year().holidays()).containsExactly(holiday("2027-04-05", "清明节"));
        assertThat(read(2023, "元旦：2022年12月31日至2023年1月2日放假调休，共3天。").year().holidays())
                .containsExactly(holiday("2022-12-31/2023-01-02", "元旦"));
        assertThat(read(2023, "元旦：12月31日至1月2日放假，共3天").year().holidays())
                .containsExactly(holiday("2022-12-31/2023-01-02", "元旦"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "国务院办公厅关于2027年部分节假日安排的通知, 没有看懂",
        "节假日期间各地要妥善安排好值班和安全保卫等工作。, 没有看懂",
        "春节：2月5日至11日放假调休，共8天。, 写的是共 8 天，但从开始到结束是 7 天",
        "春节 2027-02-05 2027-02-11 8天, 写的是共 8 天，但从开始到结束是 7 天",
        "春节 2027-02-05 2027-02-11 8, 写的是共 8 天，但从开始到结束是 7 天",
        "春节：2月5日至11日放假1天, 写的是共 1 天，但从开始到结束是 7 天",
        "春节：2月5日至117天, 没有看懂",
        "节日 开始 结束 天数, 没有看懂",
        "春节：2月5日（星期六）至11日放假, 2027-02-05 不是星期六",
        "春节：2月11日至5日放假, 结束日期早于开始日期",
        "春节：2月30日放假, 没有这个日期",
        "2月5日至11日放假, 没有写是什么节日",
        "2月1日上班, 2027-02-01 不是星期六或星期日，不用调休",
        "春节：2026年2月15日至23日放假, 日期不在 2027 年的安排里",
        "5日上班, 没有看懂",
        "2月14日、上班日, 没有看懂",
        "春节：2月5日至11日放假，2月14日上班, 没有看懂",
        "春节：2月11日至1月5日放假, 结束日期早于开始日期",
        "春节：2月5日至3月11日放假, 一个节日最多 20 天，写的有 35 天",
        "春节：2月5日至11日不放假, 没有看懂",
        "春节：2月5日至11日放假七天, 没有看懂",
        "春节：2月5日至11日放假 除夕, 没有看懂",
        "2月5日至11日不放假, 没有看懂",
        "一二三四五六七八九十一二三四五六七八九十节：2月5日放假, 节日名称最多 20 个字",
        "中秋节：9月15日，9月17日放假, 没有看懂",
        "中秋节：9月15日 9月17日放假, 没有看懂",
        "中秋节：2027年9月15日，17日放假, 没有看懂",
    })
    void aLineThatCannotBeTakenSaysWhy(String line, String why) {
        Reading reading = read(2027, "元旦：1月1日放假\n\n" + line);

        assertThat(reading.faults()).extracting(Fault::line).containsExactly(3);
        assertThat(reading.faults().get(0).words()).contains("第 3 行", why);
        assertThat(reading.year().holidays()).hasSize(1);
    }

    @Test
    void daysThatAreNamedTwiceAreRefused() {
        assertThat(read(2027, "春节：2月5日至11日放假\n除夕：2月5日放假\n2月6日上班\n1月31日上班\n1月31日上班")
                        .faults())
                .extracting(Fault::words)
                .containsExactly("第 2 行“除夕：2月5日放假”：和前面的日期重复", "第 3 行“2月6日上班”：同一天既放假又上班", "第 5 行“1月31日上班”：和前面的日期重复");
    }
}
