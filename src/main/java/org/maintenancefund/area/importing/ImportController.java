package org.maintenancefund.area.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetDownload;
import org.maintenancefund.web.sheet.SheetProperties;
import org.maintenancefund.web.sheet.SheetRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 导入物业区域 by the municipal centre: the template, the upload, the latest imports. */
@Controller
@RequestMapping("/areas/import")
class ImportController {

    private final AreaImports imports;
    private final SheetProperties sheets;
    private final ImportProperties limits;

    ImportController(AreaImports imports, SheetProperties sheets, ImportProperties limits) {
        this.imports = imports;
        this.sheets = sheets;
        this.limits = limits;
    }

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("area.import.title")));
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("imports", imports.latest());
        model.addAttribute("maxRows", limits.maxRows());
        model.addAttribute("maxMegabytes", sheets.maxFile().toMegabytes());
        return "area/import";
    }

    @PostMapping
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal CurrentUser user,
            Model model)
            throws IOException {
        String fault = file == null || file.isEmpty()
                ? Messages.of("area.import.file-missing")
                : file.getSize() > sheets.maxFile().toBytes()
                        ? Messages.of("web.sheet.too-large", sheets.maxFile().toMegabytes())
                        : null;
        if (fault != null || file == null) {
            list(model);
            model.addAttribute("fault", fault);
            return FormPages.invalid("area/import");
        }
        UUID id = imports.upload(file.getOriginalFilename(), file, file.getSize(), user);
        return FormPages.seeOther("/areas/import/" + id);
    }

    /** An empty sheet with the headings and one row that shows how to fill it in. */
    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        List<String> example = List.of(
                "",
                Messages.of("area.import.example.name", SheetRow.EXAMPLE),
                Messages.of("area.import.example.alias"),
                Messages.of("area.import.example.district"),
                Messages.of("area.import.example.street"),
                Messages.of("area.import.example.community"),
                Messages.of("area.import.example.address"),
                "YZ-0102-0007",
                AreaType.RESIDENTIAL.label(),
                "86420.5",
                "80000",
                "6420.5",
                "0",
                "12",
                "864",
                "2009",
                "",
                "",
                "");
        SheetDownload.send(
                response,
                Messages.of("area.import.template"),
                columns(titles()),
                List.of(example).iterator());
    }

    private static List<String> titles() {
        return Arrays.stream(ImportColumn.values()).map(ImportColumn::title).toList();
    }

    static List<SheetColumn<List<String>>> columns(List<String> titles) {
        List<SheetColumn<List<String>>> columns = new ArrayList<>();
        for (int place = 0; place < titles.size(); place++) {
            int column = place;
            columns.add(new SheetColumn<>(titles.get(place), row -> column < row.size() ? row.get(column) : ""));
        }
        return columns;
    }
}
