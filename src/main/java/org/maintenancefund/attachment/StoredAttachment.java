package org.maintenancefund.attachment;

/**
 * An attachment without its content.
 *
 * @param filename    the name it came with, cleaned, with the extension of what it really is
 * @param contentType what it is by its content: application/pdf, image/jpeg or image/png
 */
public record StoredAttachment(AttachmentId id, String filename, String contentType, long size) {

    /** Where it is shown to who may see it. */
    public String path() {
        return "/attachments/" + id;
    }

    /** Where a picture of it is shown to who may see it: itself, of a PDF its first page. */
    public String picturePath() {
        return path() + "/picture";
    }

    public boolean isPdf() {
        return contentType.equals("application/pdf");
    }
}
