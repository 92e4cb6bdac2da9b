package org.maintenancefund.area.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.NotFound;

/** The steps of 社区信息完善 that are filled in; the last one, 核对并提交, is the check page. */
enum AreaStep implements Labelled {
    BASICS("A", BasicsForm.class, AreaForm::basics),
    SCALE("B", ScaleForm.class, AreaForm::scale),
    BUILDINGS("C", BuildingForm.class, AreaForm::buildings),
    ACCOUNT("D", AccountForm.class, AreaForm::account);

    private final String letter;
    private final Class<?> formType;
    private final Function<AreaForm, Object> typed;

    AreaStep(String letter, Class<?> formType, Function<AreaForm, Object> typed) {
        this.letter = letter;
        this.formType = formType;
        this.typed = typed;
    }

    /** The step of that address. */
    static AreaStep of(String word) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("step " + word));
    }

    /** Last part of its address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String letter() {
        return letter;
    }

    /** What its page sends. */
    Class<?> formType() {
        return formType;
    }

    /** What was typed so far. */
    Object typed(AreaForm form) {
        return typed.apply(form);
    }

    /** How far one is with it. */
    enum Progress implements Labelled {
        NOT_STARTED("off"),
        IN_PROGRESS("waiting"),
        DONE("ok");

        private final String tag;

        Progress(String tag) {
            this.tag = tag;
        }

        /** The kind of tag it is shown as. */
        public String tag() {
            return tag;
        }
    }
}
