package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.MaintenanceFundApplication;
import org.maintenancefund.city.DistrictChoice;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/** Every message of every form names its field: a summary is read, or heard, without the form. */
class FieldNamesTest {

    private static final Set<Class<? extends Annotation>> READ =
            Set.of(Typed.class, Text.class, Choice.class, DistrictChoice.class);

    private static final List<String> WRONG = List.of(
            "", " ", "x", "长".repeat(5000), "-1", "0", "！", "１３９", "1390000123", "2026-13-01", "\u200b", "一\n二");

    @ParameterizedTest
    @CsvSource({
        "开户银行, 请填写此项, 请填写开户银行",
        "幢数, 应为 1 到 200 的整数, 幢数应为 1 到 200 的整数",
        "联系人手机号码, 手机号码应为 11 位数字, 联系人手机号码应为 11 位数字",
        "联系人姓名, 请填写姓名, 请填写联系人姓名",
        "本届起始日期, 日期填写有误, 本届起始日期填写有误",
        "本届起始日期, 请核对年份, 本届起始日期：请核对年份",
        "住宅面积（㎡）, 应为不小于 0 的数, 住宅面积应为不小于 0 的数",
        "业委会名称, 请填写业委会名称, 请填写业委会名称",
        "业委会名称, 正式业委会的名称不应含“筹备组”, 业委会名称：正式业委会的名称不应含“筹备组”",
    })
    void aSentenceNamesItsField(String label, String sentence, String named) {
        assertThat(FieldNames.named(label, sentence)).isEqualTo(named);
    }

    @Test
    void besideTheFieldOnlyASentenceWithoutSubjectGetsOne() {
        assertThat(FieldNames.said("联系人手机号码", "手机号码应为 11 位数字")).isEqualTo("手机号码应为 11 位数字");
        assertThat(FieldNames.said("开户银行", "请填写此项")).isEqualTo("请填写开户银行");
        assertThat(FieldNames.said(null, "请填写此项")).isEqualTo("请填写此项");
    }

    @Test
    void everyFieldThatIsReadHasALabelAndEveryMessageOfItHasTheLabelInIt() throws Exception {
        Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
        List<String> nameless = new ArrayList<>();
        List<Class<?>> forms = formsOfAllModules();
        for (Class<?> form : forms) {
            for (Field field : readFields(form)) {
                String path = form.getSimpleName() + "." + field.getName();
                String label = FieldNames.label(form, field.getName()).orElse(null);
                if (label == null) {
                    nameless.add(path);
                    continue;
                }
                for (String typed : WRONG) {
                    for (ConstraintViolation<?> wrong : violations(validator, form, field, typed)) {
                        assertThat(FieldNames.named(label, wrong.getMessage()))
                                .as(path)
                                .contains(label.replaceFirst("（.*", ""))
                                .doesNotContain("此项");
                    }
                }
            }
        }
        assertThat(forms).hasSizeGreaterThan(15);
        assertThat(nameless)
                .as("fields without a label in the messages, see @Labels")
                .isEmpty();
    }

    private static Set<? extends ConstraintViolation<?>> violations(
            Validator validator, Class<?> form, Field field, String typed) {
        boolean needsCity = field.isAnnotationPresent(DistrictChoice.class);
        return needsCity ? Set.of() : validator.validateValue(form, field.getName(), typed);
    }

    private static List<Field> readFields(Class<?> form) {
        return Arrays.stream(form.getDeclaredFields())
                .filter(field -> READ.stream().anyMatch(field::isAnnotationPresent))
                .toList();
    }

    private static List<Class<?>> formsOfAllModules() throws Exception {
        List<Class<?>> forms = new ArrayList<>();
        SimpleMetadataReaderFactory readers = new SimpleMetadataReaderFactory();
        String pattern = "classpath*:"
                + MaintenanceFundApplication.class.getPackageName().replace('.', '/') + "/**/*.class";
        for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            if (resource.getURL().getPath().contains("/classes/")) {
                MetadataReader found = readers.getMetadataReader(resource);
                if ("java.lang.Record".equals(found.getClassMetadata().getSuperClassName())) {
                    Class<?> type = Class.forName(found.getClassMetadata().getClassName());
                    if (!readFields(type).isEmpty()) {
                        forms.add(type);
                    }
                }
            }
        }
        return forms;
    }
}
