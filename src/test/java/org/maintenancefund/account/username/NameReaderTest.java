package org.maintenancefund.account.username;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User names from people's names: the cases of the specification, and a good many others. */
class NameReaderTest {

    private final NameReader reader = new NameReader();

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            王建国 wangjg
            李建党 lijd
            赵桂英 zhaogy
            张伟 zhangw
            陈晓梅 chenxm
            何志平 hezp
            周敏 zhoum
            朱志强 zhuzq
            石川 shic
            沈澄之 shencz
            陆晓岚 luxl
            吕玲 lvl
            吕布 lvb
            律新 lvx
            林女 linn
            刘绿 liul
            单田芳 shantf
            仇英 qiuy
            曾国藩 zenggf
            解缙 xiej
            区小明 ouxm
            查良镛 zhaly
            盖叫天 gejt
            任正非 renzf
            朴树 piaos
            覃海洋 qinhy
            翟志刚 zhaizg
            乐嘉 yuej
            缪海英 miaohy
            召力 shaol
            员外郎 yunwl
            种师道 chongsd
            黑牛 hen
            秘书 bis
            繁星 pox
            折德扆 shedy
            句号 gouh
            尉健行 weijx
            那英 nay
            祭仲 zhaiz
            谌龙 chenl
            褚时健 chusj
            臧克家 zangkj
            卜算子 busz
            阚清子 kanqz
            都敏俊 dumj
            薄纱 bos
            纪晓岚 jixl
            强生 qiangs
            宓羲 mix
            湛江 zhanj
            晟敏 chengm
            黄晟 huangs
            张长江 zhangcj
            李朝阳 licy
            欧阳修 ouyangx
            欧阳 ouy
            司马光 simag
            诸葛亮 zhugel
            尉迟恭 yuchig
            万俟卨 moqix
            长孙无忌 zhangsunwj
            澹台灭明 tantaimm
            令狐冲 linghuc
            皇甫谧 huangfum
            夏侯惇 xiahoud
            上官婉儿 shangguanwe
            公孙策 gongsunc
            慕容复 murongf
            宇文化及 yuwenhj
            闾丘露薇 lvqiulw
            颛孙师 zhuansuns
            单于丹 chanyud
            乐正子 yuezhengz
            濮阳瑞 puyangr
            呼延灼 huyanz
            爱新觉罗·溥仪 aixinjueluopy
            爱新觉罗溥仪 aixinjueluopy
            买买提·阿不都拉 maimaitiabdl
            迪丽热巴·迪力木拉提 dilirebadlmlt
            古力娜扎·白合提亚尔 gulinazhabhtye
            欧阳·修 ouyangx
            John·Smith johns
            Maria·de·Souza mariads
            Lee lee
            拓小虎 tuoxh
            刘付强 liufuq
            刘傅明 liufum
            王靓 wangl
            李泊舟 libz
            李焘 lit
            张峤 zhangq
            刘鹄 liuh
            陈昳 cheny
            王镐 wangh
            赵囤 zhaot
            钱小单 qianxd
            孙率 suns
            歐陽修 ouyangx
            諸葛亮 zhugel
            單田芳 shantf
            區小明 ouxm
            葉聖陶 yest
            張長江 zhangcj
            万俟•卨 moqix
            买买提•阿不都拉 maimaitiabdl
            买买提・阿不都拉 maimaitiabdl
            买买提‧阿不都拉 maimaitiabdl
            买买提.阿不都拉 maimaitiabdl
            """)
    void aNameGivesItsUserName(String name, String username) {
        assertThat(reader.read(name)).first().isEqualTo(username);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            盖叫天 gejt,gaijt
            单田芳 shantf,dantf
            覃海洋 qinhy,tanhy
            翟志刚 zhaizg,dizg
            隗天行 weitx,kuitx
            蔚小云 yuxy,weixy
            藏天朔 zangts,cangts
            王偲 wangc,wangs
            李剡 lis,liy
            陈荠 chenq,chenj
            周翟 zhoud,zhouz
            贺兰英 hely,helany
            公玉兰 gongyl,gongyul
            南荣芳 nanrf,nanrongf
            左人杰 zuorj,zuorenj
            东里昌 donglc,donglic
            王建国 wangjg
            欧阳修 ouyangx
            """)
    void aSecondReadingOfTheSurnameIsOffered(String name, String usernames) {
        assertThat(String.join(",", reader.read(name))).isEqualTo(usernames);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "·", "𠮷田", "田𠮷", "王𬍛", "王㐂", "王?", "王3", "买买提·𠮷"})
    void whatCantBeReadGivesNothing(String name) {
        assertThat(reader.read(name)).isEmpty();
    }

    @Test
    void formsOfTheSameCharacterMakeNoDifference() {
        assertThat(reader.read("葛\uDB40\uDD00明")).containsExactly("gem");
        assertThat(reader.read("　王建国 ")).containsExactly("wangjg");
        assertThat(reader.read("Ｌｅｅ")).containsExactly("lee");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            王长江 wangchangjiang
            王长江 wangzhangjiang
            单田芳 shantianfang
            單田芳 dantianfang
            王偲 wangsi
            王偲 wangcai
            贺兰英 helanying
            歐陽靓 ouyangliang
            买买提•阿里 maimaitiali
            """)
    void aNameIsSpelledInAllWaysItIsRead(String name, String spelled) {
        assertThat(reader.spelled(name)).contains(spelled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            沙和尚 单田芳 尚云
            于成 尉迟恭 袁山
            张三 长孙无忌 赵云
            欧阳修 歐陽詢 潘安
            """)
    void namesStandWhereTheirSurnameIsRead(String before, String name, String after) {
        assertThat(reader.sortKey(name)).isGreaterThan(reader.sortKey(before)).isLessThan(reader.sortKey(after));
    }

    @Test
    void aLongNameIsCutSoThatANumberStillFits() {
        assertThat(reader.read("买买提".repeat(8) + "·阿")).first().asString().hasSize(36);
    }

    @Test
    void theTableOfSurnamesIsAGoodOne() {
        assertThat(ReadingTable.load("/pinyin/surnames.txt").readings()).hasSizeGreaterThan(160);
    }
}
