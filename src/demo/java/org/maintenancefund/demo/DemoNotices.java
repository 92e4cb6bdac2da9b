package org.maintenancefund.demo;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.notice.NoticeContent;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeText;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.notice.domain.NoticeService;
import org.springframework.stereotype.Component;

/** Three notices of the municipal centre on the home page, one of them pinned, and one that is still a draft. */
@Component
class DemoNotices implements DemoStep {

    private static final String UPDATE = """
            各业主委员会：

            为保证维修资金日常收取工作顺利进行，请在 **12 月 31 日以前**核对本小区登记的信息，有变化的通过“业委会信息变更”申请。

            ## 核对内容

            - 本届任期起止日期
            - 联系人姓名和手机号码
            - 办公地址

            ## 各区受理时间

            | 区 | 受理时间 | 集中办理日 |
            |---|---|---|
            | 东湖区 | 工作日 9:00–17:30 | 每周二 |
            | 西陵区 | 工作日 9:00–17:30 | 每周四 |

            咨询电话见[区中心联系方式](/centres)。
            """;

    private static final String MERGING = """
            同一业主委员会、同一物业服务企业管理的多个片区，登记为一个物业区域。发现小区被分成几条、名称有误或者查不到的，请这样办理：

            1. 在首页点“反馈物业区域问题”，选择问题类型。
            2. 市管理中心核实后合并或更名，原名称保留为曾用名。
            3. 凭反馈编号在“办理进度查询”里查看结果。

            **注意：**合并期间已经提交的申请不受影响，不必重新提交。
            """;

    private static final String CODES = """
            区中心创建用户名后，经办人员首次登录须凭**激活码**修改初始密码。激活码只交给本人，工作人员不会打电话索要。

            激活码丢失或者过期的，请本人联系受理的[区中心](/centres)重新签发。
            """;

    private static final String HOLIDAY = """
            元旦期间各区中心的办理时间另行通知。
            """;

    private final NoticeService service;
    private final Notices notices;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoNotices(NoticeService service, Notices notices, DemoPeople people, DemoDays days, TravellingClock clock) {
        this.service = service;
        this.notices = notices;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void load() {
        publish(60, "首次登录须凭激活码修改密码", CODES);
        publish(31, "物业区域合并与名称更正办理须知", MERGING);
        NoticeNumber pinned = publish(12, "关于做好本年度业主委员会信息更新工作的通知", UPDATE);
        clock.at(days.daysAgo(12), () -> service.pin(pinned, version(pinned), author()));
        clock.at(days.daysAgo(1), () -> write("元旦期间办理时间", HOLIDAY));
    }

    private NoticeNumber publish(int daysAgo, String title, String text) {
        return clock.at(days.daysAgo(daysAgo), () -> {
            NoticeNumber number = write(title, text);
            service.publish(number, version(number), author());
            return number;
        });
    }

    private NoticeNumber write(String title, String text) {
        NoticeText body = NoticeText.parse(text).value();
        return service.write(Ids.next(), new NoticeContent(title, body, null, null), author());
    }

    private int version(NoticeNumber number) {
        return notices.get(number).version();
    }

    private CurrentUser author() {
        return people.named("demo-municipal");
    }
}
