package org.maintenancefund.bank.template;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.sheet.SheetProperties;
import org.maintenancefund.web.sheet.SheetUpload;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 流水模板: those there are, and one more of a sample: the file, then what its columns are, with its lines at once. */
@Controller
@RequestMapping(StatementTemplateController.PATH)
@RequiredArgsConstructor
class StatementTemplateController {

    static final String PATH = "/bank/templates";
    private static final String SAMPLES = PATH + "/samples/";

    private final StatementTemplates templates;
    private final StatementSamples samples;
    private final SampleUploads uploads;
    private final SampleReader reader;
    private final SheetProperties sheets;
    private final RateLimits limits;
    private final ConstraintMessages constraints;

    @GetMapping
    String list(Model model) {
        model.addAttribute("templates", StatementTemplatePages.table(templates.all()));
        model.addAttribute("maxMegabytes", sheets.maxFile().toMegabytes());
        model.addAttribute(SheetUpload.ATTRIBUTE, SheetUpload.EMPTY);
        return "bank/templates";
    }

    @PostMapping("/samples")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model)
            throws IOException {
        limits.take("import", request);
        try {
            if (file == null || file.isEmpty()) {
                throw Refusal.because("web.sheet.file-missing");
            }
            UUID id = uploads.keep(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), user);
            return FormPages.seeOther(SAMPLES + id);
        } catch (Refusal refusal) {
            list(model);
            SheetUpload.refuse(refusal.reason(), model);
            return FormPages.invalid("bank/templates");
        }
    }

    /** The form as the sample suggests it; with the columns of an address that shows what comes of others. */
    @GetMapping("/samples/{id}")
    ModelAndView edit(@PathVariable String id, @AuthenticationPrincipal CurrentUser user) {
        StatementSample sample = sample(id, user);
        StatementTemplateForm form = StatementTemplateForm.of(sample, templates.all());
        return page(sample, form, HttpStatus.OK).addObject("form", form);
    }

    @PostMapping("/samples/{id}")
    ModelAndView save(
            @PathVariable String id,
            @Valid @ModelAttribute("form") StatementTemplateForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String action,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        StatementSample sample = sample(id, user);
        if (errors.hasErrors()) {
            return page(sample, form, HttpStatus.BAD_REQUEST);
        }
        try {
            StatementLayout layout = form.read(sample);
            SampleReader.Result result = reader.read(sample, StatementTemplatePages.trial(form.name(), layout));
            result.faults().forEach(fault -> FieldErrors.reject(errors, "columns", fault));
            if (!errors.hasErrors() && action.equals("save")) {
                StatementTemplate saved = templates.save(form.name(), layout, user);
                return FormPages.seeOther(
                        PATH, Notice.success("bank.template.saved", saved.name(), saved.edition()), flash);
            }
        } catch (Refusal refusal) {
            FieldErrors.reject(errors, fieldOf(refusal.reason().code()), refusal.reason());
        } catch (DataIntegrityViolationException race) {
            FieldErrors.reject(errors, "name", constraints.reason(race).orElseThrow(() -> race));
        }
        return page(sample, form, errors.hasErrors() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    private static String fieldOf(String code) {
        return code.equals("bank.template.label.required") ? "accountLabel" : "columns";
    }

    private StatementSample sample(String id, CurrentUser user) {
        return samples.get(
                Ids.read(id).orElseThrow(() -> new org.maintenancefund.kernel.NotFound("sample " + id)), user);
    }

    private ModelAndView page(StatementSample sample, StatementTemplateForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView("bank/template", status)
                .addObject("sample", sample)
                .addObject("columns", StatementTemplatePages.columns(sample))
                .addObject("fields", Option.ofEnum(StatementField.class))
                .addObject("signs", Option.ofEnum(SignRule.class))
                .addObject("places", Option.ofEnum(AccountPlace.class))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("bank.template.title.new"))));
        try {
            if (Arrays.stream(SignRule.values()).anyMatch(rule -> rule.name().equals(form.sign()))
                    && Arrays.stream(AccountPlace.values())
                            .anyMatch(place -> place.name().equals(form.account()))) {
                SampleReader.Result result =
                        reader.read(sample, StatementTemplatePages.trial(form.name(), form.read(sample)));
                page.addObject("lines", result.lines());
                page.addObject(
                        "faults", result.faults().stream().map(Messages::of).toList());
            }
        } catch (Refusal unreadable) {
            page.addObject("faults", List.of(Messages.of(unreadable.reason())));
        }
        return page;
    }
}
