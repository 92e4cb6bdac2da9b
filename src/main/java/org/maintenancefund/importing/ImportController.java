package org.maintenancefund.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of one kind of import: the upload, the latest imports; of each its preview, what is asked about its rows, what is wrong with
 * them. A kind says where it stands ({@link #PLACE}, a model attribute that is asked before everything else: not theirs is not found), what
 * is told with a file, and what its template of a spreadsheet is.
 *
 * @param <F> 上传并预览 as typed
 */
public abstract class ImportController<F> {

    /** The model attribute with the {@link ImportPlace}. */
    protected static final String PLACE = "place";

    private final String kind;
    private final String uploadPage;
    private final String showPage;
    private final ImportPages pages;

    /**
     * @param uploadPage the template of the page where files are uploaded
     * @param showPage   that of the page of one
     */
    protected ImportController(String kind, String uploadPage, String showPage, ImportPages pages) {
        this.kind = kind;
        this.uploadPage = uploadPage;
        this.showPage = showPage;
        this.pages = pages;
    }

    /** Of a kind whose imports are of an area. */
    protected ImportController(String kind, String uploadPage, ImportPages pages) {
        this(kind, uploadPage, "importing/show", pages);
    }

    /** The upload as it is shown first. */
    protected abstract F emptyForm();

    /** What is told with the file, as its kind writes it; of a form that may have errors. */
    protected String remark(F form, Errors errors) {
        return "";
    }

    /** What else the page of the upload shows. */
    protected void fillUpload(ImportPlace place, Model model) {}

    /** What else the page of an import shows. */
    protected void fillShow(ImportView run, Model model) {}

    /** Where who wants to upload is sent, with a notice, while nothing can be uploaded; empty while it can. */
    protected Optional<ModelAndView> closed(ImportPlace place, CurrentUser user, RedirectAttributes flash) {
        return Optional.empty();
    }

    @GetMapping
    public ModelAndView list(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        return closed(place, user, flash).orElseGet(() -> {
            model.addAttribute("form", emptyForm());
            return new ModelAndView(page(place, model));
        });
    }

    private String page(ImportPlace place, Model model) {
        pages.showUpload(kind, place, model);
        crumbs(place, model, Crumb.of(title()));
        fillUpload(place, model);
        return uploadPage;
    }

    private String title() {
        return Messages.of("importing.kind." + kind + ".title");
    }

    private static void crumbs(ImportPlace place, Model model, Crumb... here) {
        List<Crumb> crumbs = new ArrayList<>(place.above());
        crumbs.addAll(List.of(here));
        model.addAttribute(Crumb.ATTRIBUTE, crumbs);
    }

    @PostMapping
    public ModelAndView upload(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @Valid @ModelAttribute("form") F form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes flash) {
        Optional<ModelAndView> closed = closed(place, user, flash);
        if (closed.isPresent()) {
            return closed.get();
        }
        pages.check(file, errors, request);
        String remark = remark(form, errors);
        if (errors.hasErrors() || file == null) {
            return FormPages.invalid(page(place, model));
        }
        return FormPages.seeOther(place.path() + "/" + pages.upload(kind, place, remark, file, user));
    }

    @GetMapping("/{id}")
    public String show(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> address,
            Model model) {
        model.addAttribute("form", ConfirmForm.EMPTY);
        return page(place, run(place, id), address, model);
    }

    /** The import; throws {@link org.maintenancefund.kernel.NotFound} where it is another area's or somebody else's. */
    protected final ImportView run(ImportPlace place, UUID id) {
        return pages.get(kind, place, id);
    }

    private String page(ImportPlace place, ImportView run, Map<String, List<String>> address, Model model) {
        pages.show(run, place, address, model);
        crumbs(place, model, new Crumb(title(), place.path()), Crumb.of(Messages.of("importing.title.file")));
        fillShow(run, model);
        return showPage;
    }

    @PostMapping("/{id}/confirm")
    public ModelAndView confirm(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @PathVariable UUID id,
            @ModelAttribute("form") ConfirmForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        ImportView run = run(place, id);
        if (run.isConfirmable() && run.doubtfulRows() > 0 && form.choice() == null) {
            FieldErrors.reject(errors, "checked", "importing.kind." + kind + ".required");
            return FormPages.invalid(page(place, run, Map.of(), model));
        }
        return pages.confirm(place.path(run), run, form, flash);
    }

    @PostMapping("/{id}/retry")
    public ModelAndView retry(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        ImportView run = run(place, id);
        return pages.retry(place.path(run), run, flash);
    }

    @PostMapping("/{id}/discard")
    public ModelAndView discard(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @PathVariable UUID id,
            RedirectAttributes flash) {
        ImportView run = run(place, id);
        return pages.discard(place.path(run), run, flash);
    }

    /** The faulty rows as they were, with what is wrong with each: to be put right and uploaded with the others. */
    @GetMapping("/{id}/faults")
    public void faults(
            @ModelAttribute(name = PLACE, binding = false) ImportPlace place,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        pages.sendFaults(run(place, id), response);
    }
}
