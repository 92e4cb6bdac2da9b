package org.maintenancefund.enterprise.registration;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.demo.DemoDays;
import org.maintenancefund.demo.DemoPeople;
import org.maintenancefund.demo.DemoReview;
import org.maintenancefund.demo.DemoReview.Filed;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.demo.FictionalCreditCode;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Registrations of companies in every state, by the steps people take: work of different age for two districts. */
@Component
class DemoEnterpriseRegistrations implements DemoStep {

    /** Name, legal representative, contact, second person. */
    private static final List<List<String>> COMPANIES = List.of(
            List.of("云州市丰源里物业服务有限公司", "丰立源", "葛云帆", "俞晓棠"),
            List.of("云州荷塘物业管理有限公司", "何塘生", "陶月华", "石磊"),
            List.of("云州市听涛物业服务有限公司", "涂海涛", "姚静怡", "范成"),
            List.of("云州文澜苑物业管理有限公司", "温兰亭", "董书航", "夏雨荷"),
            // Close to 云州市澄园物业服务有限公司, which is on record.
            List.of("云州澄园物业管理有限公司", "程元", "邹小川", "侯立人"),
            List.of("云州市石桥社区服务有限公司", "石桥松", "毛一鸣", "江月"),
            List.of("云州莲塘家园物业服务有限公司", "连塘", "贺新年", "龙飞燕"),
            List.of("云州市暖阳物业管理有限公司", "阳光明", "崔向东", "史安然"),
            List.of("云州邻里乐物业服务有限公司", "林立", "钟声远", "戴敏"),
            List.of("云州市和顺物业管理有限公司", "何顺", "雷鸣春", "韦青"),
            List.of("云州清风物业服务有限公司", "清明远", "武思源", "孔繁华"),
            List.of("云州市佳境物业管理有限公司", "贾静", "邱实", "文静姝"),
            List.of("云州常青藤物业服务有限公司", "常青", "白露", "熊伟"),
            List.of("云州市松涛物业管理有限公司", "宋涛", "段小楼", "易水寒"),
            List.of("云州山海物业服务有限公司", "单海", "倪虹", "汤圆"));

    private final DemoReview review;
    private final RegistrationLimits limits;
    private final Enterprises enterprises;
    private final Districts districts;
    private final DemoPeople people;
    private final DemoDays days;
    private int filed;

    DemoEnterpriseRegistrations(
            DemoReview review,
            RegistrationLimits limits,
            Enterprises enterprises,
            Districts districts,
            DemoPeople people,
            DemoDays days) {
        this.review = review;
        this.limits = limits;
        this.enterprises = enterprises;
        this.districts = districts;
        this.people = people;
        this.days = days;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void load() {
        Iterator<List<String>> companies = COMPANIES.iterator();
        loadFirst(districts.byCode("DH").orElseThrow(), companies);
        loadSecond(districts.byCode("XL").orElseThrow(), companies);
    }

    private void loadFirst(DistrictCentre district, Iterator<List<String>> companies) {
        CurrentUser clerk = people.named("demo-district");
        withUsers(companies.next(), district, clerk);
        approved(submitted(companies.next(), district, 3, 9), clerk, 2);
        submitted(companies.next(), district, 7, 10);
        doubtful(companies.next(), district);
        submitted(companies.next(), district, 4, 15);
        oneOperator(companies.next(), district);
        submitted(companies.next(), district, 0, 8);
        resubmitted(companies.next(), district, clerk);
        returned(submitted(companies.next(), district, 5, 14), clerk, 3);
        Filed refused = submitted(companies.next(), district, 9, 11);
        review.refuse(refused, "申请人未能提供企业委托材料。", clerk, days.workingDaysAgo(8, 9, 30));
        review.notify(refused, clerk, days.workingDaysAgo(8, 9, 50));
        review.withdraw(submitted(companies.next(), district, 6, 16), days.workingDaysAgo(5, 9, 15));
    }

    private void loadSecond(DistrictCentre district, Iterator<List<String>> companies) {
        CurrentUser clerk = people.named("demo-district2");
        submitted(companies.next(), district, 5, 9);
        submitted(companies.next(), district, 1, 14);
        returned(submitted(companies.next(), district, 4, 10), clerk, 2);
        approved(submitted(companies.next(), district, 6, 10), clerk, 4);
    }

    /** Registered a month ago; its two people have their user names. */
    private void withUsers(List<String> company, DistrictCentre district, CurrentUser clerk) {
        EnterpriseDetails details = details(company, district);
        Filed registration = file(details, days.daysAgo(33));
        review.approve(registration, "", clerk, days.daysAgo(30));
        review.notify(registration, clerk, days.daysAgo(30).plusSeconds(1200));
        EnterpriseView entered = enterprises.find(details.code()).orElseThrow();
        for (ProposedOperator person : details.operators()) {
            people.waiting(entered.id().ref(), Role.ENTERPRISE_OPERATOR, person.name(), person.mobile());
        }
    }

    private void approved(Filed registration, CurrentUser clerk, int workingDaysAgo) {
        review.approve(registration, "", clerk, days.workingDaysAgo(workingDaysAgo, 14, 10));
    }

    private void returned(Filed registration, CurrentUser clerk, int workingDaysAgo) {
        review.sendBack(
                registration,
                "营业执照缺失或看不清",
                "营业执照照片反光，看不清代码，请重新拍照上传。",
                clerk,
                days.workingDaysAgo(workingDaysAgo, 10, 20));
    }

    private void resubmitted(List<String> company, DistrictCentre district, CurrentUser clerk) {
        EnterpriseDetails details = details(company, district);
        Filed registration = file(details, days.workingDaysAgo(6, 9, 40));
        review.sendBack(registration, "企业名称与营业执照不一致", "请按营业执照填写全称。", clerk, days.workingDaysAgo(4, 11, 5));
        review.notify(registration, clerk, days.workingDaysAgo(4, 11, 20));
        EnterpriseDetails renamed = changed(
                details,
                details.company().name().replace("有限公司", "有限责任公司"),
                details.code().value(),
                details.operators());
        review.resubmit(registration, EnterpriseForm.of(renamed), this::read, days.workingDaysAgo(2, 16, 30));
    }

    /** An early pilot code: the last character does not fit, and the applicant has compared it with the licence. */
    private void doubtful(List<String> company, DistrictCentre district) {
        EnterpriseDetails details = details(company, district);
        String code = details.code().value();
        String odd = code.substring(0, code.length() - 1) + (code.endsWith("8") ? "9" : "8");
        file(changed(details, details.company().name(), odd, details.operators()), days.workingDaysAgo(5, 9, 25));
    }

    private void oneOperator(List<String> company, DistrictCentre district) {
        EnterpriseDetails details = details(company, district);
        file(
                changed(
                        details,
                        details.company().name(),
                        details.code().value(),
                        details.operators().subList(0, 1)),
                days.workingDaysAgo(1, 11, 45));
    }

    private Filed submitted(List<String> company, DistrictCentre district, int workingDaysAgo, int hour) {
        return file(details(company, district), days.workingDaysAgo(workingDaysAgo, hour, 10 + workingDaysAgo));
    }

    private Filed file(EnterpriseDetails details, Instant at) {
        return review.submit(
                EnterpriseRegistrationDefinition.KIND,
                EnterpriseForm.of(details),
                EnterpriseRegistrationDefinition.LICENCE.label(),
                this::read,
                at);
    }

    private Optional<EnterpriseDetails> read(EnterpriseForm form, Errors errors) {
        return form.read(limits.maxOperators(), errors);
    }

    private EnterpriseDetails details(List<String> company, DistrictCentre district) {
        int number = filed++;
        String street =
                district.streets().get(number % district.streets().size()).name();
        MobileNumber mobile = new MobileNumber("1390000%04d".formatted(8001 + 2 * number));
        NewEnterprise entered = new NewEnterprise(
                FictionalCreditCode.of(500_001 + 41 * number),
                company.get(0),
                new PersonName(company.get(1)),
                "云州市" + district.name() + street + "创新路 " + (11 + 2 * number) + " 号",
                number % 3 == 0 ? "云州市" + district.name() + street + "广场 " + (2 + number) + " 层" : "",
                district.id(),
                new PersonName(company.get(2)),
                mobile,
                number % 2 == 0 ? new PhoneNumber("0000-2240%04d".formatted(5001 + number)) : null,
                "",
                Qualification.UNQUALIFIED);
        return new EnterpriseDetails(
                entered,
                List.of(
                        new ProposedOperator(company.get(2), mobile),
                        new ProposedOperator(
                                company.get(3), new MobileNumber("1390000%04d".formatted(8002 + 2 * number)))));
    }

    private static EnterpriseDetails changed(
            EnterpriseDetails details, String name, String code, List<ProposedOperator> operators) {
        NewEnterprise before = details.company();
        return new EnterpriseDetails(
                new NewEnterprise(
                        new CreditCode(code),
                        name,
                        before.legalRepresentative(),
                        before.registeredAddress(),
                        before.officeAddress(),
                        before.district(),
                        before.contactName(),
                        before.contactMobile(),
                        before.phone(),
                        before.email(),
                        before.qualification()),
                operators);
    }
}
