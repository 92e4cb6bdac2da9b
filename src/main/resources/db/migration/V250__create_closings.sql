-- 期间结账: an attempt to close a month of the books. One that fails or is given up stays as what was tried.
CREATE TABLE period_closing (
    id            uuid        NOT NULL,
    month         date        NOT NULL,
    state         text        NOT NULL,
    begun_at      timestamptz NOT NULL,
    begun_by      uuid        NOT NULL,
    begun_by_name text        NOT NULL,
    -- Of the snapshot, once there is one.
    sha256        text,
    ended_at      timestamptz,
    -- Nobody where a check failed.
    ended_by      uuid,
    ended_by_name text,
    -- Why it was given up or failed.
    reason        text        NOT NULL DEFAULT '',
    CONSTRAINT pk_period_closing PRIMARY KEY (id),
    CONSTRAINT ck_period_closing_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT ck_period_closing_state CHECK (state IN ('CHECKING', 'READY', 'CONFIRMED', 'FAILED', 'RETURNED')),
    CONSTRAINT ck_period_closing_ended CHECK (
        (ended_at IS NOT NULL) = (state IN ('CONFIRMED', 'FAILED', 'RETURNED'))
        AND num_nonnulls(ended_by, ended_by_name) = CASE WHEN state IN ('CONFIRMED', 'RETURNED') THEN 2 ELSE 0 END),
    CONSTRAINT ck_period_closing_two_people CHECK (state <> 'CONFIRMED' OR ended_by <> begun_by),
    CONSTRAINT ck_period_closing_snapshot CHECK (
        (sha256 IS NULL OR sha256 ~ '^[0-9a-f]{64}$') AND (state NOT IN ('READY', 'CONFIRMED') OR sha256 IS NOT NULL)),
    CONSTRAINT ck_period_closing_reason CHECK (
        (reason <> '') = (state IN ('FAILED', 'RETURNED')) AND char_length(reason) <= 1000),
    CONSTRAINT ck_period_closing_lengths CHECK (
        char_length(begun_by_name) BETWEEN 1 AND 50 AND char_length(ended_by_name) BETWEEN 1 AND 50)
);
-- A month is closed once, and one at a time is being closed.
CREATE UNIQUE INDEX uq_period_closing_month ON period_closing (month) WHERE state IN ('CHECKING', 'READY', 'CONFIRMED');
CREATE UNIQUE INDEX uq_period_closing_one ON period_closing ((true)) WHERE state IN ('CHECKING', 'READY');
CREATE INDEX ix_period_closing_month ON period_closing (month, begun_at);

CREATE FUNCTION period_closing_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (NEW.id, NEW.month, NEW.begun_at, NEW.begun_by) IS DISTINCT FROM (OLD.id, OLD.month, OLD.begun_at, OLD.begun_by)
        OR (OLD.state, NEW.state) NOT IN (('CHECKING', 'READY'), ('CHECKING', 'FAILED'), ('CHECKING', 'RETURNED'),
            ('READY', 'CONFIRMED'), ('READY', 'RETURNED')) THEN
        RAISE EXCEPTION 'a closing that is % stays: % refused', OLD.state, TG_OP
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_period_closing_step';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_period_closing_step BEFORE UPDATE OR DELETE ON period_closing
    FOR EACH ROW EXECUTE FUNCTION period_closing_guard();

-- What is checked and worked out, one after the other; each in a transaction of its own together with the note that it is done.
CREATE TABLE closing_step (
    closing_id uuid    NOT NULL,
    place      integer NOT NULL,
    kind       text    NOT NULL,
    -- Of the invariant; empty for what is no check.
    name       text    NOT NULL,
    state      text    NOT NULL,
    -- How many rows break it, or how many were written.
    found      bigint,
    took_ms    bigint,
    examples   text    NOT NULL DEFAULT '',
    CONSTRAINT pk_closing_step PRIMARY KEY (closing_id, place),
    CONSTRAINT fk_closing_step_closing FOREIGN KEY (closing_id) REFERENCES period_closing (id),
    CONSTRAINT ck_closing_step_kind CHECK (
        kind IN ('INVARIANT', 'ACCOUNTS', 'UNITS', 'AREAS') AND (kind = 'INVARIANT') = (name <> '')),
    CONSTRAINT ck_closing_step_state CHECK (
        state IN ('WAITING', 'DONE', 'BROKEN') AND (state = 'WAITING') = (found IS NULL)
        AND (found IS NULL) = (took_ms IS NULL) AND (state <> 'BROKEN' OR kind = 'INVARIANT' AND found > 0)),
    CONSTRAINT ck_closing_step_lengths CHECK (char_length(name) <= 100 AND char_length(examples) <= 4000)
);

-- 结转: an open difference that a month is closed in spite of, with the reason.
CREATE TABLE carried_difference (
    month           date        NOT NULL,
    number          text        NOT NULL,
    reason          text        NOT NULL,
    carried_at      timestamptz NOT NULL,
    carried_by      uuid        NOT NULL,
    carried_by_name text        NOT NULL,
    CONSTRAINT pk_carried_difference PRIMARY KEY (month, number),
    CONSTRAINT fk_carried_difference_number FOREIGN KEY (number) REFERENCES difference (number),
    CONSTRAINT ck_carried_difference_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT ck_carried_difference_lengths CHECK (
        char_length(reason) BETWEEN 1 AND 200 AND char_length(carried_by_name) BETWEEN 1 AND 50)
);

-- What the books say of each account at the end of the month, as people read it: each part more than nothing on its own side.
CREATE TABLE closing_account (
    closing_id   uuid   NOT NULL,
    account_id   uuid   NOT NULL,
    bank         bigint NOT NULL,
    unallocated  bigint NOT NULL,
    household    bigint NOT NULL,
    opening      bigint NOT NULL,
    income       bigint NOT NULL,
    spending     bigint NOT NULL,
    -- What the bank says, by its last line of the month; null where no line is known: then a person types it from the bank's paper.
    told_balance bigint,
    told_day     date,
    CONSTRAINT pk_closing_account PRIMARY KEY (closing_id, account_id),
    CONSTRAINT fk_closing_account_closing FOREIGN KEY (closing_id) REFERENCES period_closing (id),
    CONSTRAINT fk_closing_account_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT ck_closing_account_sides CHECK (bank = household + unallocated + opening + income - spending),
    CONSTRAINT ck_closing_account_told CHECK ((told_balance IS NULL) = (told_day IS NULL))
);

-- What one side has and the other hasn't, line by line.
CREATE TABLE closing_item (
    closing_id uuid    NOT NULL,
    account_id uuid    NOT NULL,
    kind       text    NOT NULL,
    place      integer NOT NULL,
    day        date    NOT NULL,
    reference  text    NOT NULL,
    text       text    NOT NULL,
    amount     bigint  NOT NULL,
    CONSTRAINT pk_closing_item PRIMARY KEY (closing_id, account_id, kind, place),
    CONSTRAINT fk_closing_item_account FOREIGN KEY (closing_id, account_id) REFERENCES closing_account (closing_id, account_id),
    CONSTRAINT ck_closing_item_kind CHECK (kind IN ('BANK_ONLY', 'BOOKS_ONLY', 'UNASSIGNED', 'DECLARED')),
    CONSTRAINT ck_closing_item_amount CHECK (amount <> 0)
);

-- 余额调节表: made by somebody who booked nothing in the month, signed by another.
CREATE TABLE reconciliation (
    closing_id     uuid        NOT NULL,
    account_id     uuid        NOT NULL,
    bank_balance   bigint      NOT NULL,
    -- Both sides, with what only the other one has.
    adjusted_bank  bigint      NOT NULL,
    adjusted_books bigint      NOT NULL,
    note           text        NOT NULL,
    made_at        timestamptz NOT NULL,
    made_by        uuid        NOT NULL,
    made_by_name   text        NOT NULL,
    signed_at      timestamptz,
    signed_by      uuid,
    signed_by_name text,
    version        integer     NOT NULL,
    CONSTRAINT pk_reconciliation PRIMARY KEY (closing_id, account_id),
    CONSTRAINT fk_reconciliation_account FOREIGN KEY (closing_id, account_id) REFERENCES closing_account (closing_id, account_id),
    CONSTRAINT ck_reconciliation_signed CHECK (num_nonnulls(signed_at, signed_by, signed_by_name) IN (0, 3)),
    CONSTRAINT ck_reconciliation_two_people CHECK (signed_by <> made_by),
    CONSTRAINT ck_reconciliation_agrees CHECK (signed_by IS NULL OR adjusted_bank = adjusted_books),
    CONSTRAINT ck_reconciliation_lengths CHECK (
        char_length(note) <= 500 AND char_length(made_by_name) BETWEEN 1 AND 50 AND char_length(signed_by_name) BETWEEN 1 AND 50)
);

CREATE FUNCTION reconciliation_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.signed_by IS NOT NULL THEN
        RAISE EXCEPTION 'what was signed stays: % refused', TG_OP
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_reconciliation_stays';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF EXISTS (SELECT FROM period_closing c WHERE c.id = NEW.closing_id AND ledger_booked_by(NEW.made_by, c.month)) THEN
        RAISE EXCEPTION 'who booked something in the month makes no reconciliation of it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_reconciliation_maker_apart';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_reconciliation_guard BEFORE INSERT OR UPDATE OR DELETE ON reconciliation
    FOR EACH ROW EXECUTE FUNCTION reconciliation_guard();

-- The snapshot: what each unit had and owed when the month was closed. No foreign keys: three million rows are written at once by one
-- statement that reads the units.
CREATE TABLE closing_unit (
    month   date   NOT NULL,
    area_id uuid   NOT NULL,
    unit_id uuid   NOT NULL,
    balance bigint NOT NULL,
    posted  bigint NOT NULL,
    billed  bigint NOT NULL,
    paid    bigint NOT NULL,
    open    bigint NOT NULL,
    CONSTRAINT pk_closing_unit PRIMARY KEY (month, area_id, unit_id)
);

CREATE TABLE closing_area (
    month   date    NOT NULL,
    area_id uuid    NOT NULL,
    units   bigint  NOT NULL,
    balance bigint  NOT NULL,
    posted  bigint  NOT NULL,
    billed  bigint  NOT NULL,
    paid    bigint  NOT NULL,
    open    bigint  NOT NULL,
    sha256  text    NOT NULL,
    CONSTRAINT pk_closing_area PRIMARY KEY (month, area_id),
    CONSTRAINT fk_closing_area_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT ck_closing_area_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

-- Rows of a closed month stay and no other joins them; those of an attempt that failed go with the next one. Asked once for a statement.
CREATE FUNCTION closing_rows_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT month FROM touched) t JOIN accounting_period p ON p.month = t.month AND p.state = 'CLOSED') THEN
        RAISE EXCEPTION 'the snapshot of a closed month stays: % of % refused', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_closing_snapshot_stays';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION closing_rows_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a snapshot is never changed: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_closing_snapshot_stays';
END $$;

CREATE TRIGGER tg_closing_unit_added AFTER INSERT ON closing_unit REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION closing_rows_guard();
CREATE TRIGGER tg_closing_unit_deleted AFTER DELETE ON closing_unit REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION closing_rows_guard();
CREATE TRIGGER tg_closing_unit_unchanged BEFORE UPDATE OR TRUNCATE ON closing_unit
    FOR EACH STATEMENT EXECUTE FUNCTION closing_rows_refuse();
CREATE TRIGGER tg_closing_area_added AFTER INSERT ON closing_area REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION closing_rows_guard();
CREATE TRIGGER tg_closing_area_deleted AFTER DELETE ON closing_area REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION closing_rows_guard();
CREATE TRIGGER tg_closing_area_unchanged BEFORE UPDATE OR TRUNCATE ON closing_area
    FOR EACH STATEMENT EXECUTE FUNCTION closing_rows_refuse();

-- What the rows of an area come to, and their SHA-256: a line of figures for each unit, in the order of their identifiers.
CREATE VIEW closing_area_sum AS
    SELECT u.month, u.area_id, count(*) AS units, sum(u.balance)::bigint AS balance, sum(u.posted)::bigint AS posted,
           sum(u.billed)::bigint AS billed, sum(u.paid)::bigint AS paid, sum(u.open)::bigint AS open,
           encode(sha256(convert_to(string_agg(concat_ws('|', u.unit_id, u.balance, u.posted, u.billed, u.paid, u.open), E'\n'
               ORDER BY u.unit_id), 'UTF8')), 'hex') AS sha256
      FROM closing_unit u
     GROUP BY u.month, u.area_id;

-- The SHA-256 over all areas of a month: a line of figures for each, with its own, in the order of their identifiers.
CREATE VIEW closing_hash AS
    SELECT a.month, encode(sha256(convert_to(string_agg(concat_ws('|', a.area_id, a.units, a.balance, a.posted, a.billed, a.paid,
               a.open, a.sha256), E'\n' ORDER BY a.area_id), 'UTF8')), 'hex') AS sha256
      FROM closing_area a
     GROUP BY a.month;

-- A month is closed with what two people looked at.
CREATE FUNCTION accounting_period_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM period_closing c WHERE c.month = NEW.month AND c.state = 'CONFIRMED') THEN
        RAISE EXCEPTION 'nobody has confirmed the closing of %', NEW.month
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_accounting_period_confirmed';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_accounting_period_confirmed BEFORE UPDATE ON accounting_period
    FOR EACH ROW WHEN (NEW.state = 'CLOSED') EXECUTE FUNCTION accounting_period_confirmed();

-- A closing is confirmed with every account's balances agreed and signed.
CREATE FUNCTION period_closing_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM closing_account a WHERE a.closing_id = NEW.id AND NOT EXISTS (
            SELECT FROM reconciliation r WHERE r.closing_id = a.closing_id AND r.account_id = a.account_id AND r.signed_by IS NOT NULL)) THEN
        RAISE EXCEPTION 'an account of the closing is not signed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_period_closing_signed';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_period_closing_signed BEFORE UPDATE ON period_closing
    FOR EACH ROW WHEN (NEW.state = 'CONFIRMED') EXECUTE FUNCTION period_closing_signed();
