package org.maintenancefund.account.username;

/** The characters of surnames and of given names with a reading of their own, from traditional to simplified writing. */
final class SimplifiedNames {

    /** One after the other: traditional, simplified. */
    private static final String PAIRS = "歐欧陽阳諸诸單单區区東东萬万馬马聞闻遲迟連连臺台鍾钟離离長长孫孙鮮鲜於于閭闾車车顓颛"
            + "驪骊樂乐軒轩轅辕賓宾呂吕葉叶賀贺蘭兰獨独龍龙劉刘張张陳陈楊杨黃黄趙赵吳吴鄭郑馮冯韓韩許许蕭萧謝谢鄧邓蔣蒋"
            + "蘇苏盧卢賈贾閻阎羅罗餘余錢钱湯汤賴赖譚谭陸陆顧顾龔龚嚴严莊庄塗涂鄒邹喬乔畢毕聶聂齊齐紀纪魯鲁貝贝儲储"
            + "應应衛卫費费鳳凤華华竇窦關关習习繆缪員员貟贠鄔邬酈郦廣广甯宁寧宁會会壽寿豐丰巖岩勞劳慶庆項项祿禄談谈"
            + "滿满鬱郁勵励練练頡颉諶谌譙谯饒饶麥麦樓楼強强郟郏達达簡简闞阚興兴藍蓝靜静閔闵駱骆龐庞韋韦義义艷艳婁娄"
            + "燾焘嶠峤鵠鹄鎬镐薺荠靚靓瑒玚倫伦爾尔覺觉納纳顏颜鈕钮蓋盖種种嬀妫奧奥過过難难潔洁";

    private SimplifiedNames() {}

    static int of(int character) {
        int place = PAIRS.indexOf(character);
        return place >= 0 && place % 2 == 0 ? PAIRS.codePointAt(place + 1) : character;
    }
}
