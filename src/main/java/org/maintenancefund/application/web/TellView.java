package org.maintenancefund.application.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.application.domain.ReviewService;

/**
 * Whom to phone after a decision, and what to say.
 *
 * @param name    the contact
 * @param mobile  in full: it is to be dialled
 * @param say     sentences to say
 * @param action  where 已电话通知 is sent
 * @param told    true where it was noted already
 * @param number  the application
 */
public record TellView(String name, String mobile, List<String> say, String action, boolean told, String number)
        implements Serializable {

    static TellView of(ReviewService service, ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        ApplicationView application = service.open(kind, number, user).application();
        return new TellView(
                application.contactName(),
                application.contactMobile().toString(),
                sentences(service, application, user),
                kind.reviewPath() + "/" + number + "/told",
                application.told(),
                number.toString());
    }

    private static List<String> sentences(ReviewService service, ApplicationView application, CurrentUser user) {
        List<String> say = new ArrayList<>();
        TimelineEntry decision = application.lastDecision();
        if (decision == null) {
            return say;
        }
        say.add("“" + application.title() + "”的" + application.kind().label() + "（受理编号 " + application.number() + "）"
                + (decision.action() == ReviewAction.APPROVE
                        ? "已审核通过。"
                        : decision.action() == ReviewAction.RETURN ? "已退回，需要修改。" : "不予受理。"));
        if (!decision.reasons().isEmpty()) {
            say.add("原因：" + String.join("；", decision.reasons()) + "。");
        }
        if (!decision.opinion().isBlank()) {
            say.add("说明：" + decision.opinion());
        }
        if (decision.action() == ReviewAction.APPROVE) {
            say.add(service.whatToSay(application.kind(), application.number(), user));
        } else if (decision.action() == ReviewAction.RETURN) {
            say.add(howToRevise(application.kind()));
        } else {
            say.add("如有疑问，请带上材料到区中心当面说明。");
        }
        return List.copyOf(say);
    }

    private static String howToRevise(ApplicationKind kind) {
        return (kind.byReceipt()
                        ? "请打开系统首页的“办理进度查询”，输入受理编号、联系人手机号码和回执码"
                        : "请用经办人员的用户名登录，在“" + kind.ownPage().label() + "”里打开这件申请")
                + "，点“修改并重新提交”。编号不变，不必从头填写。";
    }
}
