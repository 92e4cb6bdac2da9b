package org.maintenancefund.notice.web;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeView;
import org.maintenancefund.notice.Notices;
import org.maintenancefund.notice.domain.NoticeService;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a notice. */
@Controller
@RequestMapping(NoticeController.PATH + "/{number}/files")
@RequiredArgsConstructor
class NoticeFileController {

    private final Notices notices;
    private final NoticeService service;
    private final NoticePages pages;
    private final Attachments attachments;

    /** Each file is looked at outside of any transaction; what is refused is told, the rest stays. */
    @PostMapping
    ModelAndView addFiles(
            @PathVariable NoticeNumber number,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> sent,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        NoticeView notice = notices.get(number);
        List<String> faults = new ArrayList<>();
        int added = 0;
        for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
            // An empty input still sends a part without a name.
            if (file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename())) {
                continue;
            }
            Checked<OpenedScan> opened = attachments.open(file);
            try {
                service.addFile(number, opened.value(), user);
                added++;
            } catch (Refusal refused) {
                faults.add(Messages.of(refused.reason()));
            }
        }
        if (added == 0 && faults.isEmpty()) {
            faults.add(Messages.of("notice.file.required"));
        }
        return faults.isEmpty()
                ? NoticePages.to(number, flash, Notice.success("notice.files.added", added))
                : pages.show(notices.get(notice.number()), HttpStatus.BAD_REQUEST)
                        .addObject("faults", faults);
    }

    @PostMapping("/remove")
    ModelAndView removeFile(
            @PathVariable NoticeNumber number,
            @RequestParam(required = false) @Nullable String file,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        service.removeFile(
                number,
                Ids.read(file).map(AttachmentId::new).orElseThrow(() -> new NotFound("file of notice " + number)),
                user);
        return NoticePages.to(number, flash, Notice.success("notice.files.removed"));
    }
}
