package org.maintenancefund.audit.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Sha256;

/**
 * The hash of one link of the chain: SHA-256 over the hash before it and the entry's canonical content, which is every
 * field in a fixed order, each with its length in front, so that nothing can move from one field into the next.
 */
final class ChainHash {

    /** What stands before the first entry. */
    static final byte[] START = new byte[32];

    private static final int ABSENT = -1;

    private ChainHash() {}

    static byte[] of(byte[] previous, AuditEntry entry) {
        MessageDigest digest = Sha256.digest();
        digest.update(previous);
        add(digest, entry.id());
        add(digest, entry.occurredAt());
        add(digest, entry.operatorId());
        add(digest, entry.username());
        add(digest, entry.personName());
        add(digest, entry.role());
        add(digest, entry.organisationType());
        add(digest, entry.organisationId());
        add(digest, entry.organisationName());
        add(digest, entry.remoteAddress());
        add(digest, entry.requestNumber());
        add(digest, entry.action());
        add(digest, entry.objectType());
        add(digest, entry.objectId());
        add(digest, entry.objectName());
        add(digest, entry.result());
        add(digest, entry.changesJson());
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable Object field) {
        byte[] bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? ABSENT : bytes.length)
                .flip());
        digest.update(bytes);
    }
}
