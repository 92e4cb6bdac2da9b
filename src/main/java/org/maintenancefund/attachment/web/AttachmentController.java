package org.maintenancefund.attachment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.attachment.AttachmentAccess;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.attachment.domain.AttachmentContent;
import org.maintenancefund.attachment.domain.PdfPictures;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sends an attachment to who may see it, in a way that makes a browser run nothing that may hide in it. */
@Controller
@RequiredArgsConstructor
class AttachmentController {

    /** Nothing is loaded or run; the styles are those a browser puts around a picture or a PDF itself. */
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_PICTURE = "/img/no-picture.svg";

    private final Attachments attachments;
    private final AttachmentContent content;
    private final PdfPictures pictures;
    private final ObjectProvider<AttachmentAccess> access;
    private final AuditTrail audit;

    @GetMapping("/attachments/{id}")
    void show(
            @PathVariable String id,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StoredAttachment attachment = viewed(id, user, request);
        protect(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, disposition(attachment).toString());
        send(attachment, response);
    }

    /**
     * The picture of it for a page: itself, or the first page of a PDF. The browser may keep it and asks each time whether it still
     * may show it. Where there is none, a picture says so, which isn't kept.
     */
    @GetMapping("/attachments/{id}/picture")
    void picture(
            @PathVariable String id,
            @AuthenticationPrincipal @Nullable CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        StoredAttachment attachment = viewed(id, user, request);
        protect(response);
        String tag = "\"" + attachment.id() + "\"";
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            keep(response, tag);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (!attachment.isPdf()) {
            keep(response, tag);
            send(attachment, response);
            return;
        }
        Optional<byte[]> page = isReviewer(user) ? pictures.firstPage(attachment) : Optional.empty();
        if (page.isEmpty()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.sendRedirect(request.getContextPath() + NO_PICTURE);
            return;
        }
        keep(response, tag);
        response.setContentType("image/jpeg");
        response.setContentLength(page.get().length);
        response.getOutputStream().write(page.get());
    }

    /** Only who reviews is shown pictures of PDFs: strangers can't keep what draws them busy. */
    private static boolean isReviewer(@Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF);
    }

    private StoredAttachment viewed(String id, @Nullable CurrentUser user, HttpServletRequest request) {
        StoredAttachment attachment = visible(id, user, request);
        if (user != null) {
            audit.recordOnItsOwn(AuditEvent.of("ATTACHMENT_VIEWED")
                    .on("attachment", attachment.id(), attachment.filename())
                    .by(user));
        }
        return attachment;
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static void keep(HttpServletResponse response, String tag) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.ETAG, tag);
    }

    private void send(StoredAttachment attachment, HttpServletResponse response) throws IOException {
        response.setContentType(attachment.contentType());
        response.setContentLengthLong(attachment.size());
        content.writeTo(response.getOutputStream(), attachment);
    }

    private StoredAttachment visible(String id, @Nullable CurrentUser user, HttpServletRequest request) {
        AttachmentId attachment = Ids.read(id).map(AttachmentId::new).orElseThrow(() -> new NotFound("attachment"));
        if (access.stream().noneMatch(module -> module.mayView(attachment, user, request))) {
            throw new NotFound("attachment " + attachment);
        }
        return attachments.describe(List.of(attachment)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment " + attachment));
    }

    private static ContentDisposition disposition(StoredAttachment attachment) {
        return ContentDisposition.inline()
                .filename(attachment.filename(), StandardCharsets.UTF_8)
                .build();
    }
}
