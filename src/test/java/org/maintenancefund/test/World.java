package org.maintenancefund.test;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.billing.mandate.AMandate;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeForms;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.demo.FictionalCreditCode;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;

/**
 * What a test stands on, made by the steps people take, so that no test stands on what the system can't reach.
 *
 * <p>Every test gets a world of its own ({@code @Autowired World world}). It is empty until something is asked for, and then
 * knows it by its name: {@code world.committee(world.area("听雨轩"), "听雨轩业主委员会")} registers and approves a committee the
 * first time and answers the same one afterwards. Its districts have letters that no other has, also where nothing is rolled
 * back.
 */
@TestComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class World {

    /** Letters of districts that stay: those that tests write out, and roll back, begin with others. */
    private static final String FIRST_LETTERS = "EFGHIJKLNOBCMPSWYZ";

    private static final AtomicInteger NUMBER = new AtomicInteger(700_000);

    @Autowired
    private Districts districts;

    @Autowired
    private AreaRegister register;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Offices offices;

    @Autowired
    private Committees committees;

    @Autowired
    private ACommittee registrations;

    @Autowired
    private AnAssociation associations;

    @Autowired
    private AMandate mandates;

    @Autowired
    private Operators operators;

    @Autowired
    private SettingService settings;

    private final LocalDate today;

    private final Map<String, DistrictCentre> knownDistricts = new HashMap<>();
    private final Map<String, AreaId> knownAreas = new HashMap<>();
    private final Map<String, EnterpriseId> knownCompanies = new HashMap<>();
    private final Map<DistrictId, CurrentUser> knownClerks = new HashMap<>();

    private final CurrentUser municipal = municipal(Role.MUNICIPAL_STAFF, "林致远");
    private final CurrentUser administrator = municipal(Role.SYSTEM_ADMIN, "管理员");

    World(Clock clock) {
        today = LocalDate.now(clock);
    }

    // ---- places

    /** The district where everything lies unless a test says otherwise; it has two streets. */
    public DistrictCentre district() {
        return known(knownDistricts, "", () -> {
            String letters = freeLetters();
            return district(letters, "测试" + letters + "区", "甲街道", "乙街道");
        });
    }

    /** Another one. */
    public DistrictCentre otherDistrict() {
        return known(knownDistricts, "other", () -> {
            String letters = freeLetters();
            return district(letters, "别处" + letters + "区", "丙街道");
        });
    }

    public DistrictCentre district(String letters, String name, String... streets) {
        return districts.establish(new NewDistrictCentre(
                letters,
                name,
                null,
                name + "维修资金管理中心",
                "示范路 1 号",
                "工作日 9:00–12:00，14:00–17:30",
                new LandlineNumber("0000-1234567"),
                List.of(streets)));
    }

    /** Two letters that no district has. */
    public String freeLetters() {
        Set<String> taken = districts.all().stream().map(DistrictCentre::code).collect(Collectors.toSet());
        return FIRST_LETTERS
                .chars()
                .boxed()
                .flatMap(first -> IntStream.rangeClosed('A', 'Z')
                        .mapToObj(second -> Character.toString(first) + Character.toString(second)))
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** The area of that name, in the first street of {@link #district()}. */
    public AreaId area(String name) {
        return area(AnArea.named(name));
    }

    /** The same with all that it is entered with. */
    public AreaId area(AnArea area) {
        return known(knownAreas, area.name(), () -> enter(area));
    }

    /** An area of its own each time, whatever its name. */
    public AreaId enter(AnArea area) {
        return register.enter(
                (area.street() == null ? area.in(district().streets().get(0).id()) : area).command());
    }

    // ---- organisations

    /** The company of that name, without 资质, in {@link #district()}. */
    public EnterpriseId company(String name) {
        return company(name, district());
    }

    public EnterpriseId company(String name, DistrictCentre district) {
        return known(
                knownCompanies, name, () -> enterprises.register(newCompany(name, district.id(), freeCreditCode())));
    }

    /** A company of its own each time, known by that code. */
    public EnterpriseId company(String name, CreditCode code) {
        return enterprises.register(newCompany(name, district().id(), code));
    }

    /** A credit code that passes every check and that nobody else has. */
    public static CreditCode freeCreditCode() {
        return FictionalCreditCode.of(NUMBER.incrementAndGet());
    }

    public static NewEnterprise newCompany(String name, DistrictId district, CreditCode code) {
        return new NewEnterprise(
                code,
                name,
                new PersonName("沈澄之"),
                "云州市示范路 1 号",
                "",
                district,
                new PersonName("陆晓岚"),
                new MobileNumber("13900004999"),
                new PhoneNumber("0000-22304999"),
                "",
                Qualification.UNQUALIFIED);
    }

    /** An office that the company opened in {@link #district()}. */
    public OfficeId office(String name, EnterpriseId company) {
        return office(name, company, district());
    }

    public OfficeId office(String name, EnterpriseId company, DistrictCentre district) {
        return offices.open(newOffice(name, district), personOf(company));
    }

    public static OfficeDetails newOffice(String name, DistrictCentre district) {
        return new OfficeDetails(
                name,
                district.id(),
                district.streets().get(0).name() + " 2 号",
                new PersonName("郑负责"),
                new PersonName("钱联系"),
                new MobileNumber("13900004321"),
                null,
                null,
                "");
    }

    /** The committee in office for the area: registered under that name and approved where there was none. */
    public CommitteeView committee(AreaId area, String name) {
        return committees.inOfficeFor(area).orElseGet(() -> registrations.approved(area, name));
    }

    /** The same as a preparatory group of the area of that name. */
    public CommitteeView preparatoryGroup(String areaName) {
        AreaId area = area(areaName);
        return committees
                .inOfficeFor(area)
                .orElseGet(() -> registrations.approved(CommitteeForms.preparatory(area, areaName)));
    }

    /** 关联, applied for and approved: the company, or its office where there is one, manages the committee's area for those days. */
    public ApplicationNumber association(
            CommitteeView committee, EnterpriseId company, @Nullable OfficeId office, LocalDate start, LocalDate end) {
        ApplicationNumber number = associations.submitted(committee, company, office, start, end);
        associations.decided(number, ReviewAction.APPROVE, clerkOf(committee.district()));
        return number;
    }

    /** 收取授权, applied for and approved: who manages the committee's area collects its fund on those days. */
    public ApplicationNumber mandate(CommitteeView committee, LocalDate from, LocalDate to) {
        return mandates.approved(committee, from, to, clerkOf(committee.district()));
    }

    /** What a city decides before the first community is opened for 日常收取; what is set already stays as it is. */
    public void settingsOfCollection() {
        Map.of(
                        Setting.REMITTANCE_DAY, "15",
                        Setting.CHARGE_START, "NEXT_MONTH",
                        Setting.CHARGED_IN_WARRANTY, "YES",
                        Setting.WARRANTY_YEARS, "2",
                        Setting.EXEMPTIONS, "无",
                        Setting.PUBLICATION_MONTHS, "3",
                        Setting.HIGHEST_AREA_RATE, "150")
                .forEach((setting, value) -> {
                    if (settings.get(setting).value() == null) {
                        settings.save(setting, value, 0, administrator);
                    }
                });
    }

    /** What the city decides besides. */
    public void decide(Setting setting, String value) {
        settings.save(setting, value, 0, administrator);
    }

    // ---- people

    /** Who reviews in {@link #district()}: 陈晓梅. */
    public CurrentUser clerk() {
        return clerkOf(district().id());
    }

    public CurrentUser clerkOf(DistrictId district) {
        return known(knownClerks, district, () -> anotherClerkOf(district));
    }

    /** Who reviews in {@link #otherDistrict()}. */
    public CurrentUser clerkElsewhere() {
        return clerkOf(otherDistrict().id());
    }

    /** Nobody whom {@link #clerkOf} answers. */
    public CurrentUser anotherClerkOf(DistrictId district) {
        return SignedIn.person(
                "陈晓梅",
                Role.DISTRICT_STAFF,
                new OrgRef(OrgType.DISTRICT_CENTRE, district.value()),
                districts.get(district).centreName(),
                district);
    }

    /** 林致远 of the municipal centre's staff. */
    public CurrentUser municipal() {
        return municipal;
    }

    /** A system administrator. */
    public CurrentUser administrator() {
        return administrator;
    }

    /** 周敏 of the company; each time somebody else of that name. */
    public CurrentUser personOf(EnterpriseId company) {
        var of = enterprises.get(company);
        return SignedIn.person("周敏", Role.ENTERPRISE_OPERATOR, company.ref(), of.name(), of.district());
    }

    /** 郑负责 of the office. */
    public CurrentUser personOf(OfficeId office) {
        var of = offices.get(office);
        return SignedIn.person(
                "郑负责",
                Role.OFFICE_OPERATOR,
                office.ref(),
                of.name(),
                of.details().district());
    }

    /** 王建国 of the committee. */
    public CurrentUser personOf(CommitteeView committee) {
        return SignedIn.person(
                "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district());
    }

    /** An account as it is handed over: with the initial password and a 激活码. */
    public IssuedAccount account(OrgRef organisation, Role role, String name, String mobile, String username) {
        return operators.create(new NewOperator(organisation, role, name, new MobileNumber(mobile), username));
    }

    /** The account of 秦素文, an auditor, as it is handed over; each time another one. */
    public IssuedAccount auditor() {
        return auditor("auditor" + NUMBER.incrementAndGet());
    }

    public IssuedAccount auditor(String username) {
        return account(MunicipalCentre.REF, Role.AUDITOR, "秦素文", "13900000102", username);
    }

    /** The same person with an account of their own. */
    public CurrentUser withAccount(CurrentUser person, String username) {
        IssuedAccount account =
                account(person.organisation(), person.role(), person.personName(), "13900008101", username);
        return new CurrentUser(
                account.id(),
                username,
                person.personName(),
                person.role(),
                person.organisation(),
                person.organisationName(),
                person.district(),
                false);
    }

    /** The day on which the test began, also while it travels. */
    public LocalDate today() {
        return today;
    }

    private static CurrentUser municipal(Role role, String name) {
        return SignedIn.person(name, role, MunicipalCentre.REF, "市管理中心", null);
    }

    private static <K, V> V known(Map<K, V> all, K name, Supplier<V> making) {
        synchronized (all) {
            // Not by computeIfAbsent: making one asks for others.
            if (!all.containsKey(name)) {
                all.put(name, making.get());
            }
            return all.get(name);
        }
    }
}
