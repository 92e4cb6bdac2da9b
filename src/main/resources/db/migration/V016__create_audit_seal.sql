-- The hash chain over the trail. An entry joins it after its transaction is through, in the order in which the sealing job
-- meets it, so that no business transaction waits for another one.

-- Entries that wait for their seal, written by the trigger in the same transaction as the entry.
CREATE TABLE audit_unsealed (
    entry_id    uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    CONSTRAINT pk_audit_unsealed PRIMARY KEY (entry_id)
);

CREATE FUNCTION audit_await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_unsealed (entry_id, occurred_at) VALUES (NEW.id, NEW.occurred_at);
    RETURN NULL;
END $$;

CREATE TRIGGER tg_audit_entry_await_seal AFTER INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_await_seal();

-- hash = SHA-256 over the previous hash and the entry's canonical content; position without gaps.
CREATE TABLE audit_seal (
    position    bigint      NOT NULL,
    entry_id    uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    hash        bytea       NOT NULL,
    CONSTRAINT pk_audit_seal PRIMARY KEY (position),
    CONSTRAINT uq_audit_seal_entry UNIQUE (entry_id),
    CONSTRAINT ck_audit_seal_position CHECK (position > 0),
    CONSTRAINT ck_audit_seal_hash CHECK (octet_length(hash) = 32)
);

CREATE TRIGGER tg_audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER tg_audit_seal_no_truncate BEFORE TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
