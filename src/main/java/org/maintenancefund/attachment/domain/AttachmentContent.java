package org.maintenancefund.attachment.domain;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.attachment.StoredAttachment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads an attachment's content piece by piece, so that many readers of big scans hold little memory and no connection
 * waits for a slow reader. The pieces fit together because content never changes.
 */
@Component
@RequiredArgsConstructor
public class AttachmentContent {

    private static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;

    /** Writes all of it; throws {@link EOFException} where it was removed meanwhile. */
    public void writeTo(OutputStream out, StoredAttachment attachment) throws IOException {
        for (long written = 0; written < attachment.size(); ) {
            byte[] piece = piece(attachment, written)
                    .filter(bytes -> bytes.length > 0)
                    .orElseThrow(() -> new EOFException("attachment " + attachment.id() + " is gone"));
            out.write(piece);
            written += piece.length;
        }
    }

    private Optional<byte[]> piece(StoredAttachment attachment, long from) {
        return jdbc.sql("SELECT substring(content FROM ? FOR ?) FROM attachment_content WHERE attachment_id = ?")
                .params(Math.toIntExact(from + 1), PIECE, attachment.id().value())
                .query(byte[].class)
                .optional();
    }
}
