package org.maintenancefund.bank.statement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.StatementUploads.NewStatement;
import org.maintenancefund.bank.statement.StatementUploads.Uploaded;
import org.maintenancefund.bank.template.StatementTemplates;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.sheet.SheetProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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

/** 流水导入: the upload with the latest imports; of one its preview, and what becomes of it. */
@Controller
@RequestMapping(StatementImportController.PATH)
@RequiredArgsConstructor
class StatementImportController {

    static final String PATH = "/bank/imports";

    private static final Set<String> SAMPLES =
            Set.of("boc.csv", "ccb.csv", "icbc.csv", "icbc-serial.csv", "abc.csv", "cmb.csv");

    private final StatementUploads uploads;
    private final StatementImportRegister register;
    private final StatementImports imports;
    private final StatementTemplates templates;
    private final FundAccounts accounts;
    private final SheetProperties sheets;
    private final RateLimits limits;
    private final ConstraintMessages constraints;

    @GetMapping
    ModelAndView start() {
        return page(HttpStatus.OK).addObject("form", StatementImportForm.EMPTY);
    }

    private ModelAndView page(HttpStatus status) {
        return new ModelAndView("bank/import", status)
                .addObject(
                        "accounts",
                        accounts.all().stream()
                                .map(account -> Option.of(account.id(), account.named()))
                                .toList())
                .addObject(
                        "templates",
                        templates.all().stream()
                                .map(template -> Option.of(template.id(), template.named()))
                                .toList())
                .addObject("imports", register.latest())
                .addObject("maxRows", StatementUploads.MOST_ROWS)
                .addObject("maxMegabytes", sheets.maxFile().toMegabytes());
    }

    @PostMapping
    ModelAndView upload(
            @Valid @ModelAttribute("form") StatementImportForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request)
            throws IOException {
        limits.take("import", request);
        if (file == null || file.isEmpty()) {
            FieldErrors.reject(errors, "file", "web.sheet.file-missing");
        } else if (file.getSize() > sheets.maxFile().toBytes()) {
            FieldErrors.reject(
                    errors, "file", "web.sheet.too-large", sheets.maxFile().toMegabytes());
        }
        UUID account = Ids.read(form.account()).orElse(null);
        if (account == null && !errors.hasFieldErrors("account")) {
            FieldErrors.reject(errors, "account", "bank.import.account.required");
        }
        if (errors.hasErrors() || file == null || account == null) {
            return page(HttpStatus.BAD_REQUEST);
        }
        Uploaded uploaded = uploads.upload(
                new NewStatement(
                        new FundAccountId(account),
                        Ids.read(form.template()).orElse(null),
                        StatementParser.digits(form.number()),
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        file.getBytes()),
                user);
        if (uploaded.id() != null) {
            return FormPages.seeOther(path(uploaded.id()));
        }
        uploaded.faults()
                .forEach(fault -> FieldErrors.reject(
                        errors, fault.code().startsWith("bank.check.account.say") ? "number" : "file", fault));
        return page(HttpStatus.BAD_REQUEST);
    }

    /** A made-up statement in the layout of a bank, to try it with. */
    @GetMapping("/samples/{name}")
    ResponseEntity<Resource> sample(@PathVariable String name) {
        if (!SAMPLES.contains(name)) {
            throw new NotFound("sample " + name);
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(new MediaType("text", "csv"))
                .body(new ClassPathResource("bank/samples/" + name));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id) {
        StatementImportView seen = register.get(id);
        List<StatementLine> lines = register.preview(id);
        return new ModelAndView("bank/import-show")
                .addObject("run", seen)
                .addObject("lines", StatementImportPages.table(lines))
                .addObject("rows", StatementImportPages.summary(seen))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("bank.import.title.file"))));
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        StatementImportView seen = register.get(id);
        return after(id, flash, Notice.success("bank.import.confirmed", seen.fresh()), () -> imports.confirm(id, user));
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        register.get(id);
        return after(id, flash, Notice.info("bank.import.discarded"), () -> imports.discard(id, user));
    }

    private ModelAndView after(UUID id, RedirectAttributes flash, Notice done, Runnable step) {
        try {
            step.run();
            flash.addFlashAttribute(Notice.ATTRIBUTE, done);
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        } catch (DataIntegrityViolationException race) {
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE, Notice.warning(constraints.reason(race).orElseThrow(() -> race)));
        }
        return FormPages.seeOther(path(id));
    }

    private static String path(UUID id) {
        return PATH + "/" + id;
    }
}
