package org.maintenancefund.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** Pages that use every fragment once: the tests read them, the browser test looks at them. */
final class Gallery {

    /** A form with every kind of input, in the order of the page. */
    @SuppressWarnings("unused")
    record Form(
            String kind,
            String name,
            String term,
            String start,
            String end,
            String remark,
            List<String> reasons,
            boolean agreed,
            String password,
            String contactName,
            String contactMobile,
            List<OperatorRow> operators,
            Object proof) {}

    record OperatorRow(String name, String mobile) {}

    private Gallery() {}

    static Form typed() {
        return new Form(
                "FORMAL",
                "",
                "2",
                "2025-06-01",
                "2023-05-31",
                "请<b>尽快</b>",
                List.of("TERM"),
                true,
                "secret-typed",
                "王建国",
                "1390000123",
                List.of(new OperatorRow("王建国", "13900001234"), new OperatorRow("李建党", "139")),
                null);
    }

    static Map<String, Object> model() {
        Form form = typed();
        Map<String, Object> model = new java.util.HashMap<>(Map.of(
                "form", form,
                "kinds",
                        List.of(
                                Option.of("FORMAL", "正式业委会", "已经依法选举产生"),
                                Option.of("TEMPORARY", "临时（业委会筹备组）", "尚未成立业委会的小区")),
                "terms", List.of(Option.of(1, "第 1 届"), Option.of(2, "第 2 届")),
                "reasons", List.of(Option.of("TERM", "任期与备案证明不一致"), Option.of("SCAN", "附件缺失或看不清")),
                "files", List.of(new UploadedFile("f1", "备案证明.pdf", 1_258_291, "/attachments/f1")),
                "names", List.of("碧桂里业主委员会筹备组", "东湖名邸业主委员会", "翰林世家业主委员会"),
                "slice", new Slice<>(List.of("a"), "cHJldg", "bmV4dA"),
                "chips", List.of(new Chip("街道：翠屏街道", "/committees/reviews"))));
        model.put(
                "tabs",
                List.of(
                        new Tab("待审核", "/committees/reviews", "7", true),
                        new Tab("已退回", "/committees/reviews?state=RETURNED", "4", false),
                        new Tab("已通过", "/committees/reviews?state=APPROVED", "126", false),
                        new Tab("已撤回", "/committees/reviews?state=WITHDRAWN", "2", false),
                        new Tab("全部", "/committees/reviews?state=ALL", "10000+", false)));
        model.put(
                "rows",
                List.of(
                        SummaryRow.of("业委会名称", "和谐花园业主委员会"),
                        SummaryRow.of("届次和任期", "第 2 届，2025-06-01 至 2030-05-31")
                                .changedFrom("第 2 届，2025-06-01 至 2023-05-31"),
                        SummaryRow.of("物业区域", "和谐花园（DH-00236）")
                                .withNote("东湖区 · 翠屏街道 · 翠屏路 88 号，21 幢，1476 户")
                                .changeAt("/register/committee"),
                        SummaryRow.of("备案号", null),
                        SummaryRow.ofLines("拟定经办人员", List.of("王建国　13900001234", "李建党　13900004321")),
                        SummaryRow.ofFiles(
                                "备案证明",
                                List.of(new UploadedFile("f1", "和谐花园业委会备案证明.pdf", 1_258_291, "/attachments/f1")))));
        model.put(
                "entries",
                List.of(
                        new TimelineEntry("待东湖区中心审核", "当前环节", List.of(), TimelineEntry.Kind.CURRENT),
                        new TimelineEntry("重新提交", "2026-11-23 09:42　申请人 王建国", List.of(), TimelineEntry.Kind.DONE),
                        new TimelineEntry(
                                "退回修改",
                                "2026-11-21 14:20　审核员 陈晓梅",
                                List.of("备案证明照片看不清，请重新上传。"),
                                TimelineEntry.Kind.NEGATIVE),
                        new TimelineEntry("提交注册申请", "2026-11-20 10:06　申请人 王建国", List.of(), TimelineEntry.Kind.DONE)));
        return model;
    }

    /** The model after a form with four mistakes was sent, noticed in another order than the inputs stand. */
    static Map<String, Object> modelWithErrors() {
        Map<String, Object> model = new java.util.HashMap<>(model());
        BindingResult errors = new BeanPropertyBindingResult(model.get("form"), "form");
        FieldErrors.reject(errors, "operators[1].mobile", "kernel.mobile.too-short", 3);
        FieldErrors.reject(errors, "contactMobile", "kernel.mobile.too-short", 10);
        FieldErrors.reject(errors, "name", "kernel.text.required");
        FieldErrors.reject(errors, "name", "kernel.text.too-long", 1, 1);
        FieldErrors.reject(errors, "kind", "kernel.text.required");
        FieldErrors.reject(errors, "proof", "kernel.text.required");
        model.put(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return model;
    }

    static List<String> views() {
        return new ArrayList<>(List.of("gallery/form", "gallery/list", "gallery/record"));
    }
}
