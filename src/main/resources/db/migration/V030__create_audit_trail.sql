-- The audit trail (操作日志): append-only, a partition per month, so that old months can leave as whole partitions.

CREATE TABLE audit_entry (
    id                uuid        NOT NULL,
    occurred_at       timestamptz NOT NULL,
    operator_id       uuid,
    operator_username text,
    operator_name     text,
    operator_role     text,
    organisation_type text,
    organisation_id   uuid,
    organisation_name text,
    remote_address    text,
    request_number    text,
    action            text        NOT NULL,
    object_type       text,
    object_id         text,
    object_name       text,
    result            text        NOT NULL,
    -- json, not jsonb: the hash chain is over the text exactly as it was written.
    changes           json        NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (occurred_at, id),
    CONSTRAINT ck_audit_entry_action CHECK (action ~ '^[A-Z][A-Z0-9_]{2,59}$'),
    CONSTRAINT ck_audit_entry_result CHECK (result IN ('SUCCESS', 'FAILURE', 'REFUSED')),
    CONSTRAINT ck_audit_entry_object CHECK (object_type IS NOT NULL OR (object_id IS NULL AND object_name IS NULL)),
    CONSTRAINT ck_audit_entry_operator CHECK (operator_id IS NULL OR operator_username IS NOT NULL),
    CONSTRAINT ck_audit_entry_lengths CHECK (
        char_length(operator_username) <= 100
        AND char_length(operator_name) <= 100
        AND char_length(operator_role) <= 40
        AND char_length(organisation_type) <= 40
        AND char_length(organisation_name) <= 200
        AND char_length(remote_address) <= 60
        AND char_length(request_number) <= 60
        AND char_length(object_type) <= 60
        AND char_length(object_id) <= 100
        AND char_length(object_name) <= 200)
) PARTITION BY RANGE (occurred_at);

CREATE INDEX ix_audit_entry_id ON audit_entry (id);
CREATE INDEX ix_audit_entry_username ON audit_entry (operator_username, occurred_at, id);
CREATE INDEX ix_audit_entry_operator_name ON audit_entry (operator_name, occurred_at, id);
CREATE INDEX ix_audit_entry_action ON audit_entry (action, occurred_at, id);
CREATE INDEX ix_audit_entry_object_id ON audit_entry (object_id, occurred_at, id);
CREATE INDEX ix_audit_entry_object_name ON audit_entry USING gin (object_name gin_trgm_ops);

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

-- A row trigger of a partitioned table is cloned to its partitions; a TRUNCATE trigger is not, hence the function below.
CREATE TRIGGER tg_audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER tg_audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Whatever has no month of its own yet: an entry is never refused for lack of a partition.
CREATE TABLE audit_entry_default PARTITION OF audit_entry DEFAULT;
CREATE TRIGGER tg_audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry_default
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Makes the partition of the month (of the city's time) that the day is in. False where it is there already, and where
-- entries of that month wait in the default partition: they stay there, for nothing may be moved.
-- As the owner (SECURITY DEFINER), so that the application's role needs no rights over the table's structure.
CREATE FUNCTION audit_create_month(day date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '3s' AS $$
DECLARE
    month     date := date_trunc('month', day::timestamp)::date;
    from_time timestamptz := month::timestamp AT TIME ZONE 'Asia/Shanghai';
    to_time   timestamptz := (month + interval '1 month') AT TIME ZONE 'Asia/Shanghai';
    name      text := 'audit_entry_' || to_char(month, 'YYYY_MM');
BEGIN
    IF to_regclass(name) IS NOT NULL
        OR EXISTS (SELECT FROM audit_entry_default WHERE occurred_at >= from_time AND occurred_at < to_time) THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE %I PARTITION OF audit_entry FOR VALUES FROM (%L) TO (%L)', name, from_time, to_time);
    EXECUTE format('CREATE TRIGGER tg_audit_entry_no_truncate BEFORE TRUNCATE ON %I '
        'FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()', name);
    RETURN true;
END $$;

SELECT audit_create_month((current_date + make_interval(months => ahead))::date) FROM generate_series(0, 3) AS ahead;

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
