-- 收款登记: what companies and offices have received for the fund, unit by unit, and what owners transferred straight into its accounts. A
-- receipt is never changed and never goes: what was wrong is reversed by its exact negative.
CREATE TABLE receipt (
    id               uuid        NOT NULL,
    number           text        NOT NULL,
    unit_id          uuid        NOT NULL,
    -- The area of the unit; goes along with it where areas are merged, and back.
    area_id          uuid        NOT NULL,
    -- By which mandate it was received, and by whom. No mandate and no company where it was paid straight into the account.
    mandate_id       uuid,
    organisation_id  uuid        NOT NULL,
    -- The company of that mandate, also where one of its offices received it.
    enterprise_id    uuid,
    -- In fen; less than nothing for what reverses another one.
    amount           bigint      NOT NULL,
    -- How much of it pays bills: the sum of its allocations. The rest is 预存.
    allocated        bigint      NOT NULL DEFAULT 0,
    received_on      date        NOT NULL,
    -- The month of the books that it was recorded into.
    period           date        NOT NULL,
    way              text        NOT NULL,
    payer_kind       text        NOT NULL,
    payer_name       text        NOT NULL,
    -- 外部流水号 of the company's own system or of the bank.
    external_number  text,
    -- The number of the 财政票据 that was given out for it, recorded afterwards.
    fiscal_number    text,
    note             text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    recorded_by      uuid        NOT NULL,
    recorded_by_name text        NOT NULL,
    reverses         uuid,
    reversed         boolean     NOT NULL DEFAULT false,
    version          integer     NOT NULL,
    -- Whether a live declaration has it (缴存申报); written with its row there.
    declared         boolean     NOT NULL DEFAULT false,
    -- 业主直缴: the account that it was paid into, and the entry by which the household has it in the books. Null where a company received it.
    account_id       uuid,
    booked_on        date,
    entry            text,
    CONSTRAINT pk_receipt PRIMARY KEY (id),
    CONSTRAINT uq_receipt_number UNIQUE (number),
    CONSTRAINT fk_receipt_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT fk_receipt_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_receipt_mandate FOREIGN KEY (mandate_id) REFERENCES collection_mandate (id),
    CONSTRAINT fk_receipt_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_receipt_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT fk_receipt_reverses FOREIGN KEY (reverses) REFERENCES receipt (id),
    CONSTRAINT fk_receipt_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT fk_receipt_entry FOREIGN KEY (entry) REFERENCES ledger_entry (number),
    -- What is booked is one payment.
    CONSTRAINT uq_receipt_entry UNIQUE (entry),
    CONSTRAINT ck_receipt_mandate CHECK ((mandate_id IS NULL) = (enterprise_id IS NULL)),
    -- What no company received is in the account and in the books from the beginning.
    CONSTRAINT ck_receipt_straight CHECK (
        num_nonnulls(account_id, booked_on, entry) = CASE WHEN enterprise_id IS NULL THEN 3 ELSE 0 END),
    CONSTRAINT ck_receipt_straight_way CHECK (enterprise_id IS NOT NULL OR way = 'TRANSFER'),
    CONSTRAINT ck_receipt_straight_declared CHECK (enterprise_id IS NOT NULL OR NOT declared),
    CONSTRAINT ck_receipt_straight_fiscal CHECK (enterprise_id IS NOT NULL OR fiscal_number IS NULL),
    CONSTRAINT ck_receipt_number CHECK (number ~ '^SK[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_receipt_amount CHECK (amount <> 0 AND (amount < 0) = (reverses IS NOT NULL)),
    CONSTRAINT ck_receipt_allocated CHECK (allocated BETWEEN 0 AND greatest(amount, 0)),
    -- What is reversed pays nothing any more, and what reverses is not reversed itself.
    CONSTRAINT ck_receipt_reversed CHECK (NOT reversed OR (allocated = 0 AND reverses IS NULL)),
    CONSTRAINT ck_receipt_received_on CHECK (received_on <= (recorded_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT ck_receipt_period CHECK (extract(day FROM period) = 1),
    CONSTRAINT ck_receipt_way CHECK (way IN ('CASH', 'TRANSFER', 'SCAN', 'CARD', 'OTHER')),
    CONSTRAINT ck_receipt_payer_kind CHECK (payer_kind IN ('OWNER', 'TENANT', 'ON_BEHALF')),
    CONSTRAINT ck_receipt_lengths CHECK (
        char_length(payer_name) BETWEEN 1 AND 100 AND char_length(external_number) BETWEEN 1 AND 64
        AND char_length(fiscal_number) BETWEEN 1 AND 40 AND char_length(note) <= 200
        AND char_length(recorded_by_name) BETWEEN 1 AND 50)
);

-- A receipt is reversed once.
CREATE UNIQUE INDEX uq_receipt_reverses ON receipt (reverses) WHERE reverses IS NOT NULL;
-- The same payment of the company's own system is recorded once, whichever of its offices does. What was reversed gives its number back, so that the payment can be
-- recorded again as it was.
CREATE UNIQUE INDEX uq_receipt_external_number ON receipt (enterprise_id, external_number)
    WHERE external_number IS NOT NULL AND NOT reversed;
-- Under which number something was reversed: asked before it is recorded once more.
CREATE INDEX ix_receipt_external_number_reversed ON receipt (enterprise_id, external_number)
    WHERE external_number IS NOT NULL AND reversed;
-- The list of an area, the latest first, and the summary of a day.
CREATE INDEX ix_receipt_area ON receipt (area_id, received_on, number);
-- Those of a unit, and the same payment twice.
CREATE INDEX ix_receipt_unit ON receipt (unit_id, received_on, number);
-- 预存: what the next run takes.
CREATE INDEX ix_receipt_prepaid ON receipt (unit_id)
    WHERE allocated < amount AND NOT reversed AND reverses IS NULL;
-- 代收在途: what a company has received in an area and not declared yet, the earliest first.
CREATE INDEX ix_receipt_undeclared ON receipt (area_id, enterprise_id, received_on, number) INCLUDE (amount)
    WHERE NOT declared AND NOT reversed AND reverses IS NULL AND enterprise_id IS NOT NULL;
-- The same of a company, wherever.
CREATE INDEX ix_receipt_undeclared_enterprise ON receipt (enterprise_id, area_id)
    WHERE NOT declared AND NOT reversed AND reverses IS NULL AND enterprise_id IS NOT NULL;
-- Who received in an area, for the choice in its list.
CREATE INDEX ix_receipt_recorded_by_name ON receipt (area_id, recorded_by_name);

CREATE FUNCTION receipt_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a receipt is never changed: % of % refused', TG_OP, OLD.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_receipt_unchanged';
END $$;

CREATE TRIGGER tg_receipt_unchanged BEFORE UPDATE OF id, number, unit_id, mandate_id, organisation_id, enterprise_id, amount, received_on,
        period, way, payer_kind, payer_name, external_number, note, recorded_at, recorded_by, recorded_by_name, reverses, account_id,
        booked_on, entry ON receipt
    FOR EACH ROW EXECUTE FUNCTION receipt_refuse_change();
CREATE TRIGGER tg_receipt_kept BEFORE DELETE ON receipt
    FOR EACH ROW EXECUTE FUNCTION receipt_refuse_change();

CREATE FUNCTION receipt_lands_in_open_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM accounting_period_share();
    IF accounting_period_is_closed(NEW.period) THEN
        RAISE EXCEPTION '% lands in a closed month: %', NEW.number, NEW.period
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_receipt_period_open';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_receipt_period_open BEFORE INSERT ON receipt
    FOR EACH ROW EXECUTE FUNCTION receipt_lands_in_open_period();

CREATE FUNCTION receipt_reverses_exactly() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM receipt r WHERE r.id = NEW.reverses AND r.unit_id = NEW.unit_id AND r.amount = -NEW.amount
            AND (r.enterprise_id, r.account_id) IS NOT DISTINCT FROM (NEW.enterprise_id, NEW.account_id)
            AND r.organisation_id = NEW.organisation_id) THEN
        RAISE EXCEPTION '% is not the exact negative of what it reverses', NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_receipt_reverses_exactly';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_receipt_reverses_exactly BEFORE INSERT ON receipt
    FOR EACH ROW WHEN (NEW.reverses IS NOT NULL) EXECUTE FUNCTION receipt_reverses_exactly();

-- What companies received by the month of its day, area by area and company by company, reversals taken off: what figures of the city are read
-- from, since a month of it has three million receipts. Written by the triggers alone; who records waits for the next number by then, so
-- nobody waits here.
CREATE TABLE receipt_month (
    month         date   NOT NULL,
    area_id       uuid   NOT NULL,
    enterprise_id uuid   NOT NULL,
    -- Reversals are receipts too.
    receipts      bigint NOT NULL,
    amount        bigint NOT NULL,
    CONSTRAINT pk_receipt_month PRIMARY KEY (month, area_id, enterprise_id),
    CONSTRAINT ck_receipt_month_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT ck_receipt_month_receipts CHECK (receipts >= 0)
) WITH (fillfactor = 70);

CREATE FUNCTION receipt_month_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO receipt_month AS m (month, area_id, enterprise_id, receipts, amount)
        SELECT month_of(a.received_on), a.area_id, a.enterprise_id, count(*), sum(a.amount)
          FROM added a
         WHERE a.enterprise_id IS NOT NULL
         GROUP BY 1, 2, 3
         ORDER BY 1, 2, 3
        ON CONFLICT ON CONSTRAINT pk_receipt_month DO UPDATE
            SET receipts = m.receipts + excluded.receipts, amount = m.amount + excluded.amount;
    RETURN NULL;
END $$;

CREATE TRIGGER tg_receipt_month_grows AFTER INSERT ON receipt REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION receipt_month_grows();

-- Where areas are merged or taken apart receipts go along with their units, and so do the sums.
CREATE FUNCTION receipt_month_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_month date := month_of(NEW.received_on);
BEGIN
    UPDATE receipt_month SET receipts = receipts - 1, amount = amount - OLD.amount
     WHERE month = of_month AND area_id = OLD.area_id AND enterprise_id = OLD.enterprise_id;
    INSERT INTO receipt_month AS m (month, area_id, enterprise_id, receipts, amount)
        VALUES (of_month, NEW.area_id, NEW.enterprise_id, 1, NEW.amount)
        ON CONFLICT ON CONSTRAINT pk_receipt_month DO UPDATE
            SET receipts = m.receipts + excluded.receipts, amount = m.amount + excluded.amount;
    RETURN NULL;
END $$;

CREATE TRIGGER tg_receipt_month_follows AFTER UPDATE OF area_id ON receipt
    FOR EACH ROW WHEN (NEW.area_id <> OLD.area_id AND NEW.enterprise_id IS NOT NULL) EXECUTE FUNCTION receipt_month_follows();

-- Which months of the unit a receipt pays, and how much of each.
CREATE TABLE receipt_allocation (
    receipt_id uuid   NOT NULL,
    unit_id    uuid   NOT NULL,
    period     date   NOT NULL,
    amount     bigint NOT NULL,
    CONSTRAINT pk_receipt_allocation PRIMARY KEY (receipt_id, period),
    CONSTRAINT fk_receipt_allocation_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
    CONSTRAINT fk_receipt_allocation_bill FOREIGN KEY (unit_id, period) REFERENCES bill (unit_id, period),
    CONSTRAINT ck_receipt_allocation_amount CHECK (amount > 0)
);

CREATE INDEX ix_receipt_allocation_bill ON receipt_allocation (unit_id, period);

-- 冲正: proposed by one person and decided by another.
CREATE TABLE receipt_reversal (
    id               uuid        NOT NULL,
    receipt_id       uuid        NOT NULL,
    reason           text        NOT NULL,
    state            text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    proposed_by      uuid        NOT NULL,
    proposed_by_name text        NOT NULL,
    decided_at       timestamptz,
    decided_by       uuid,
    decided_by_name  text,
    version          integer     NOT NULL,
    CONSTRAINT pk_receipt_reversal PRIMARY KEY (id),
    CONSTRAINT fk_receipt_reversal_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
    CONSTRAINT ck_receipt_reversal_state CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    CONSTRAINT ck_receipt_reversal_decided CHECK (
        (decided_at IS NOT NULL) = (state <> 'PROPOSED') AND (decided_by IS NOT NULL) = (state <> 'PROPOSED')
        AND (decided_by_name IS NOT NULL) = (state <> 'PROPOSED')),
    CONSTRAINT ck_receipt_reversal_two_people CHECK (decided_by <> proposed_by),
    CONSTRAINT ck_receipt_reversal_lengths CHECK (
        char_length(reason) BETWEEN 2 AND 200 AND char_length(proposed_by_name) BETWEEN 1 AND 50
        AND char_length(decided_by_name) BETWEEN 1 AND 50)
);

-- 业主直缴 is taken back where it was booked: with its line of the bank.
CREATE FUNCTION receipt_reversal_of_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM receipt r WHERE r.id = NEW.receipt_id AND r.enterprise_id IS NULL) THEN
        RAISE EXCEPTION 'no company has received %', NEW.receipt_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_receipt_reversal_of_company';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_receipt_reversal_of_company BEFORE INSERT ON receipt_reversal
    FOR EACH ROW EXECUTE FUNCTION receipt_reversal_of_company();

-- What owners transferred straight into an account, by its entry: published to the other modules.
CREATE VIEW straight_payment AS
    SELECT r.number, r.unit_id, r.area_id, r.account_id, r.received_on, r.amount, r.entry, NOT r.reversed AND r.reverses IS NULL AS live
      FROM receipt r WHERE r.account_id IS NOT NULL;

-- A receipt has one proposal that is not rejected.
CREATE UNIQUE INDEX uq_receipt_reversal_live ON receipt_reversal (receipt_id) WHERE state <> 'REJECTED';
CREATE INDEX ix_receipt_reversal_receipt ON receipt_reversal (receipt_id, proposed_at);
-- What waits for a second person.
CREATE INDEX ix_receipt_reversal_proposed ON receipt_reversal (receipt_id) WHERE state = 'PROPOSED';
