package org.maintenancefund.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;

class NoticeTextTest {

    private static final List<String> ELEMENTS = List.of(
            "html",
            "head",
            "body",
            "h2",
            "h3",
            "h4",
            "p",
            "br",
            "hr",
            "strong",
            "em",
            "code",
            "ul",
            "ol",
            "li",
            "blockquote",
            "a",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td");

    private static final List<String> ATTRIBUTES =
            List.of("href", "rel", "title", "class", "role", "tabindex", "aria-label", "align", "start");

    private static Document shown(String markdown) {
        return Jsoup.parse(NoticeText.parse(markdown).value().html());
    }

    private static String refused(String markdown) {
        Checked<NoticeText> read = NoticeText.parse(markdown);
        assertThat(read.isOk()).as(markdown).isFalse();
        return Messages.of(read.reason());
    }

    @Test
    void headingsBoldListsLinksAndTablesAreShown() {
        Document page = shown("""
                ## 办理时间
                请**尽快**办理：
                - 备案证明
                - 决议

                1. 注册
                2. 审核

                | 区 | 时间 |
                |---|---|
                | 东湖区 | 上午 |

                见[联系方式](/centres)和 <https://example.com/a>。
                """);

        assertThat(page.select("h2").text()).isEqualTo("办理时间");
        assertThat(page.select("strong").text()).isEqualTo("尽快");
        assertThat(page.select("ul li").eachText()).containsExactly("备案证明", "决议");
        assertThat(page.select("ol li").eachText()).containsExactly("注册", "审核");
        assertThat(page.select("table th").eachText()).containsExactly("区", "时间");
        assertThat(page.select("table td").eachText()).containsExactly("东湖区", "上午");
        assertThat(page.select(".table-box[tabindex=0] > table")).hasSize(1);
        assertThat(page.select("a").eachAttr("href")).containsExactly("/centres", "https://example.com/a");
    }

    @Test
    void theTitleStaysTheOnlyHeadingOfTheFirstRank() {
        Document page = shown("# 一\n\n## 二\n\n### 三\n\n###### 六");

        assertThat(page.select("h1, h5, h6")).isEmpty();
        assertThat(page.select("h2").eachText()).containsExactly("一", "二");
        assertThat(page.select("h3").text()).isEqualTo("三");
        assertThat(page.select("h4").text()).isEqualTo("六");
    }

    @Test
    void aLineBreakIsOneAsItWasTyped() {
        assertThat(shown("甲\n乙\n\n丙").select("p"))
                .hasSize(2)
                .first()
                .satisfies(p -> assertThat(p.select("br")).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"**注意：**请携带原件", "请看**“重要”**一栏", "（**必读**）办理", "**甲：**一，**乙：**二", "请于**12 月 31 日（周四）**前办理"})
    void boldWordsMayEndInAChinesePunctuationMark(String markdown) {
        Document page = shown(markdown);

        assertThat(page.select("strong")).isNotEmpty();
        assertThat(page.text()).doesNotContain("*").doesNotContain("\u200b");
        assertThat(page.wholeText().strip()).isEqualTo(markdown.replace("*", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "前<b onclick=\"alert(1)\">后</b>",
                "<svg/onload=alert(1)>",
                "<iframe src=\"https://example.com\"></iframe>",
                "<style>body{display:none}</style>",
                "<!-- 注释 --> <?php ?> <![CDATA[x]]>",
                "<a href=\"javascript:alert(1)\">点</a>",
                "    <script>缩进</script>",
                "```\n<script>围栏</script>\n```",
                "`<script>代码</script>`",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "| <script> | \"onmouseover=alert(1) |\n|---|---|\n| <img src=x onerror=alert(1)> | b |",
                "## <script>标题</script>",
                "[点](/centres \"x\\\" onmouseover=\\\"alert(1)\")",
                "[点](</centres\" onclick=\"alert(1)>)"
            })
    void markupIsShownAsItWasTyped(String markdown) {
        Document page = shown(markdown);

        for (Element element : page.getAllElements()) {
            if (element != page) {
                assertThat(ELEMENTS).contains(element.tagName());
                assertThat(element.attributes().asList())
                        .allSatisfy(attribute -> assertThat(ATTRIBUTES).contains(attribute.getKey()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "&#106;avascript:alert(1)",
                "java&#10;script:alert(1)",
                "javascript&colon;alert(1)",
                "vbscript:msgbox(1)",
                "data:text/html;base64,PHNjcmlwdD4=",
                "file:///etc/passwd",
                "//example.com/a",
                "/\\\\example.com",
                "www.example.com",
                "https:///a",
                "mailto:",
                "",
            })
    void aLinkThatLeadsNowhereOrRunsSomethingIsRefused(String address) {
        assertThat(refused("[点这里](<" + address + ">)")).contains("打不开", "https://");
    }

    @Test
    void soIsOneThatIsNamedElsewhereOrStandsByItself() {
        assertThat(refused("[点][1]\n\n[1]: javascript:alert(1)")).contains("javascript:alert(1)");
        assertThat(refused("<javascript:alert(1)>")).contains("打不开");
        assertThat(refused("| a |\n|---|\n| **[点](data:text/html,x)** |")).contains("打不开");
    }

    @Test
    void whateverIsStoredNoAddressRunsAnything() {
        String html = new NoticeText("[a](javascript:alert(1)) [b](data:text/html,x) ![c](javascript:alert(1))").html();

        assertThat(html).doesNotContain("javascript:").doesNotContain("data:");
    }

    @Test
    void aPictureIsToBeAFile() {
        assertThat(refused("![图](https://example.com/a.png)")).contains("附件");
    }

    static List<String> nested() {
        return List.of(
                ">".repeat(NoticeText.LONGEST),
                "> ".repeat(5_000) + "深",
                "- ".repeat(5_000) + "深",
                "1. ".repeat(5_000) + "深",
                "*甲 ".repeat(2_500) + "*".repeat(2_500),
                "**".repeat(4_000) + "甲" + "**".repeat(4_000),
                "*a _b ".repeat(1_500) + "_ *".repeat(1_500),
                "[".repeat(9_000) + "甲" + "]".repeat(9_000),
                "[甲](".repeat(4_000),
                "<".repeat(NoticeText.LONGEST),
                "`".repeat(9_999) + "甲",
                "&".repeat(NoticeText.LONGEST),
                "| a ".repeat(20) + "|\n" + "|---".repeat(20) + "|\n" + "a\n".repeat(900));
    }

    /** Quickly, and without running out of the stack. */
    @ParameterizedTest
    @MethodSource("nested")
    @Timeout(5)
    void nestingHasAnEnd(String markdown) {
        Checked<NoticeText> read = NoticeText.parse(markdown);

        if (read.isOk()) {
            assertThat(read.value().html().length()).isLessThan(2_000_000);
        }
    }

    @Test
    void aTableIsAsWideAsAPageCanShow() {
        assertThat(refused("|a".repeat(2_500) + "|\n" + "|-".repeat(2_500) + "|\n" + "a\n".repeat(500)))
                .isEqualTo("表格最多 20 列");
        assertThat(refused("a\n".repeat(2_000))).isEqualTo("正文最多 1000 行");
    }

    @Test
    void lengthIsBoundedAndSomethingHasToBeWritten() {
        assertThat(refused("字".repeat(NoticeText.LONGEST + 3))).isEqualTo("最多 20000 个字，现在多了 3 个");
        assertThat(refused(" \u3000\n")).isEqualTo("请填写正文");
    }
}
