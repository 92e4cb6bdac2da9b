package org.maintenancefund.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs by keys that only the servers know: one for each purpose, made by whichever instance needs it first, shared by all. */
@Component
public class ServerKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Map<String, SecretKeySpec> known = new ConcurrentHashMap<>();

    ServerKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        // A key that is used is there, whatever becomes of what was signed first.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The signature of a text, 32 bytes.
     *
     * @param purpose names the key; what is signed for one purpose says nothing for another
     */
    public byte[] sign(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key(purpose));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec key(String purpose) {
        SecretKeySpec key = known.get(purpose);
        if (key == null) {
            key = new SecretKeySpec(Objects.requireNonNull(apart.execute(status -> stored(purpose))), ALGORITHM);
            known.put(purpose, key);
        }
        return key;
    }

    private byte[] stored(String purpose) {
        byte[] fresh = new byte[KEY_LENGTH];
        RANDOM.nextBytes(fresh);
        jdbc.sql("INSERT INTO server_key (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
                .param("name", purpose)
                .param("value", fresh)
                .update();
        return jdbc.sql("SELECT value FROM server_key WHERE name = :name")
                .param("name", purpose)
                .query((row, i) -> row.getBytes(1))
                .single();
    }
}
