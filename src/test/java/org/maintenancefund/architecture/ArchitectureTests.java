package org.maintenancefund.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.MaintenanceFundApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.Schedules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;

/** The rules of the house. Each is tested itself, with a deliberate violator: a rule that can't fail is none. */
class ArchitectureTests {

    private static final String VIOLATOR = "org.violator";

    /** Its package, and the steps that fill in forms other packages don't see. */
    static final DescribedPredicate<JavaClass> DEMO =
            resideInAPackage("..demo..").or(simpleNameStartingWith("Demo"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.maintenancefund");

    private static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages(VIOLATOR);

    private static ArchCondition<JavaMethod> askTheirForms() {
        return new ArchCondition<>("have @Valid at each form that has constraints") {
            @Override
            public void check(JavaMethod handler, ConditionEvents events) {
                for (JavaParameter form : handler.getParameters()) {
                    boolean forgotten = !form.isAnnotatedWith(Valid.class)
                            && form.getRawType().getFields().stream()
                                    .anyMatch(field -> field.isMetaAnnotatedWith(Constraint.class));
                    if (forgotten) {
                        events.add(SimpleConditionEvent.violated(handler, handler.getFullName()));
                    }
                }
            }
        };
    }

    enum Rule {
        TIME_IS_INJECTED(noClasses()
                .should()
                .callMethodWhere(target(HasName.Predicates.name("now"))
                        .and(target(owner(resideInAPackage("java.time"))))
                        .and(target(rawParameterTypes(new Class<?>[0]))))
                .because("time comes from the injected Clock, so that tests and the demo city can set it")),

        ENTITIES_HAVE_VERBS_NOT_SETTERS(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .arePublic()
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .because("an entity guards its own state")),

        CONTROLLERS_HOLD_NO_TRANSACTION(noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("a transaction is a service's; a page may be shown after it failed")),

        CONTROLLERS_KNOW_NO_REPOSITORY(noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(org.springframework.data.repository.Repository.class)
                .because("rows are loaded by services that ask who may see them")),

        FORMS_WITH_RULES_ARE_ASKED_FOR_THEM(methods()
                .that()
                .areAnnotatedWith(PostMapping.class)
                .should(askTheirForms())
                .because("without @Valid nobody asks the constraints of a form")),

        NAMES_ARE_THE_FIELDS(noClasses()
                .should()
                .haveNameMatching(".*(Desk|Book|Keeping|Ties|Standing|Reach|Wanted|Stuff|Helper|Util)")
                .because("whoever knows Spring and this trade should guess a name before opening the file")),

        VERBS_ARE_THE_FIELDS(noMethods()
                .should()
                .haveNameMatching("(mend|hold)([A-Z].*)?")
                .because("what is done has a word: revise, lock")),

        RECORDS_HOLD_VALUES(noFields()
                .that()
                .areDeclaredInClassesThat()
                .areRecords()
                .should()
                .haveRawType(DescribedPredicate.describe("a bean", type -> type.isMetaAnnotatedWith(Component.class)))
                .because("two that are equal have to show the same: a page is kept by what it shows")),

        ROWS_ARE_READ_AS_A_LIST(noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("nobody closes the stream, and outside of a transaction it keeps its connection")),

        NOTHING_KNOWS_THE_DEMO(noClasses()
                .that(not(DEMO))
                .should()
                .dependOnClassesThat(DEMO)
                .because("the demo city is not in the packaged jar")),

        JOBS_ARE_DURABLE(
                noMethods()
                        .should()
                        .beAnnotatedWith(Scheduled.class)
                        .orShould()
                        .beAnnotatedWith(Schedules.class)
                        .because(
                                "what runs by itself is a task of db-scheduler's: once over all instances, taken over after a crash"));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }
    }

    @Test
    void edgesBetweenModulesPointDownOnly() {
        // The demo city fills in forms and takes steps as tests do: it stands beside the modules.
        ApplicationModules.of(MaintenanceFundApplication.class, DEMO).verify();
    }

    @Test
    void anEdgeUpwardsIsFound() {
        ApplicationModules violators = ApplicationModules.of(VIOLATOR, new ImportOption.OnlyIncludeTests());

        assertThat(violators.stream()).hasSize(2);
        assertThatThrownBy(violators::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("lower")
                .hasMessageContaining("upper");
    }

    @ParameterizedTest
    @EnumSource
    void theHouseKeepsTheRule(Rule rule) {
        rule.rule.check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void theRuleFindsItsViolator(Rule rule) {
        assertThatThrownBy(() -> rule.rule.check(VIOLATORS)).isInstanceOf(AssertionError.class);
    }
}
