-- 出账: what each unit owes for a month, made of its version and its standard by one statement for a whole area.

-- A trial, shown to somebody and proposed; with the second person's confirmation it is what the bills of a month come from.
CREATE TABLE billing_run (
    id                uuid        NOT NULL,
    -- As it was when it was proposed: units go with their building where areas are merged, runs stay.
    area_id           uuid        NOT NULL,
    period            date        NOT NULL,
    kind              text        NOT NULL,
    state             text        NOT NULL,
    bills             integer     NOT NULL,
    total             bigint      NOT NULL,
    -- SHA-256 over what the trial says of every unit: another one means that something changed since it was shown.
    fingerprint       text        NOT NULL,
    -- Why the total is so far from that of the month before; empty where it is not.
    remark            text        NOT NULL,
    proposed_at       timestamptz NOT NULL,
    proposed_by       uuid        NOT NULL,
    proposed_by_name  text        NOT NULL,
    confirmed_at      timestamptz,
    confirmed_by      uuid,
    confirmed_by_name text,
    taken_back_at     timestamptz,
    taken_back_by     uuid,
    taken_back_by_name text,
    taken_back_reason text,
    version           integer     NOT NULL,
    -- Which company's mandate it was billed by; written by billing_run_of_company.
    enterprise_id     uuid,
    CONSTRAINT pk_billing_run PRIMARY KEY (id),
    CONSTRAINT fk_billing_run_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT ck_billing_run_period CHECK (extract(day FROM period) = 1),
    CONSTRAINT ck_billing_run_kind CHECK (kind IN ('REGULAR', 'MISSED')),
    CONSTRAINT ck_billing_run_state CHECK (state IN ('PROPOSED', 'BILLED', 'TAKEN_BACK', 'DISCARDED')),
    CONSTRAINT ck_billing_run_figures CHECK (bills >= 0 AND total >= 0),
    CONSTRAINT ck_billing_run_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_billing_run_two_people CHECK (confirmed_by <> proposed_by),
    CONSTRAINT ck_billing_run_confirmed CHECK (
        (confirmed_at IS NOT NULL) = (state IN ('BILLED', 'TAKEN_BACK'))
        AND (confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by_name IS NULL) = (confirmed_at IS NULL)),
    CONSTRAINT ck_billing_run_taken_back CHECK (
        (taken_back_at IS NOT NULL) = (state = 'TAKEN_BACK')
        AND (taken_back_by IS NULL) = (taken_back_at IS NULL)
        AND (taken_back_by_name IS NULL) = (taken_back_at IS NULL)
        AND (taken_back_reason IS NULL) = (taken_back_at IS NULL)),
    CONSTRAINT ck_billing_run_lengths CHECK (
        char_length(remark) <= 200 AND char_length(proposed_by_name) BETWEEN 1 AND 50
        AND char_length(confirmed_by_name) BETWEEN 1 AND 50 AND char_length(taken_back_by_name) BETWEEN 1 AND 50
        AND char_length(taken_back_reason) BETWEEN 1 AND 200)
);
-- A month of an area is billed once; what it missed is proposed once at a time.
CREATE UNIQUE INDEX uq_billing_run_one_regular ON billing_run (area_id, period)
    WHERE kind = 'REGULAR' AND state IN ('PROPOSED', 'BILLED');
CREATE UNIQUE INDEX uq_billing_run_one_missed ON billing_run (area_id, period)
    WHERE kind = 'MISSED' AND state = 'PROPOSED';
CREATE INDEX ix_billing_run_area ON billing_run (area_id, period DESC, proposed_at DESC);
-- What months of the city come to.
CREATE INDEX ix_billing_run_billed ON billing_run (period) INCLUDE (area_id, enterprise_id, bills, total) WHERE state = 'BILLED';

-- Whoever collects on the day on which the bills are made has billed them: mandates end and areas are merged, this stays.
CREATE FUNCTION billing_run_of_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.enterprise_id := (SELECT m.enterprise_id FROM collection_mandate m WHERE m.area_id = NEW.area_id
        AND m.validity @> (NEW.confirmed_at AT TIME ZONE 'Asia/Shanghai')::date);
    RETURN NEW;
END $$;
CREATE TRIGGER tg_billing_run_of_company BEFORE INSERT OR UPDATE ON billing_run FOR EACH ROW
    WHEN (NEW.state = 'BILLED' AND NEW.enterprise_id IS NULL) EXECUTE FUNCTION billing_run_of_company();

-- A run stays, and stays one of its area and month, whatever becomes of it: its bills say the same (bill_refers).
CREATE FUNCTION billing_run_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a run stays where it was proposed: % refused', TG_OP
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_billing_run_stays';
END $$;
CREATE TRIGGER tg_billing_run_stays BEFORE UPDATE ON billing_run FOR EACH ROW
    WHEN ((NEW.id, NEW.area_id, NEW.period, NEW.kind) IS DISTINCT FROM (OLD.id, OLD.area_id, OLD.period, OLD.kind))
    EXECUTE FUNCTION billing_run_stays();
CREATE TRIGGER tg_billing_run_kept BEFORE DELETE ON billing_run FOR EACH ROW EXECUTE FUNCTION billing_run_stays();

-- 账单: one of each unit and month. What it is made of stands in it and stays; only what it is adjusted by and what was paid on
-- it moves. It has no foreign keys: three million bills of a month would ask nine million questions (see bill_refers).
CREATE TABLE bill (
    unit_id     uuid    NOT NULL,
    period      date    NOT NULL,
    run_id      uuid    NOT NULL,
    area_id     uuid    NOT NULL,
    floor_area  bigint  NOT NULL,
    rate        integer NOT NULL,
    standard_id uuid    NOT NULL,
    amount      bigint  NOT NULL,
    -- The sum of its confirmed adjustments.
    adjusted    bigint  NOT NULL DEFAULT 0,
    -- What of payments stands against it.
    allocated   bigint  NOT NULL DEFAULT 0,
    CONSTRAINT pk_bill PRIMARY KEY (unit_id, period),
    CONSTRAINT ck_bill_period CHECK (extract(day FROM period) = 1),
    CONSTRAINT ck_bill_amount CHECK (amount = monthly_charge(floor_area, rate)),
    CONSTRAINT ck_bill_allocated CHECK (allocated BETWEEN 0 AND amount + adjusted)
) WITH (fillfactor = 90);
CREATE INDEX ix_bill_run ON bill (run_id);

-- What bills refer to is there: their unit, a run of their area and month, their standard. Asked once for all bills of a statement.
-- It stays there: units (tg_unit_kept) and runs (tg_billing_run_kept) are never deleted; a standard is locked here as a foreign key
-- would lock it, and not deleted where bills have it (tg_charge_standard_billed). What a bill refers to never changes (tg_bill_stays).
CREATE FUNCTION bill_refers() RETURNS trigger LANGUAGE plpgsql
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    missing text;
BEGIN
    PERFORM FROM charge_standard s WHERE s.id IN (SELECT m.standard_id FROM made m) FOR KEY SHARE OF s;
    SELECT CASE
            WHEN EXISTS (SELECT FROM (SELECT DISTINCT m.run_id, m.area_id, m.period FROM made m) m
                WHERE NOT EXISTS (SELECT FROM billing_run r
                    WHERE r.id = m.run_id AND r.area_id = m.area_id AND r.period = m.period)) THEN 'tg_bill_run'
            WHEN EXISTS (SELECT FROM (SELECT DISTINCT m.standard_id FROM made m) m
                WHERE NOT EXISTS (SELECT FROM charge_standard s WHERE s.id = m.standard_id)) THEN 'tg_bill_standard'
            WHEN EXISTS (SELECT FROM made m
                WHERE NOT EXISTS (SELECT FROM unit u WHERE u.id = m.unit_id)) THEN 'tg_bill_unit'
        END INTO missing;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'a bill refers to what is not there: %', missing
            USING ERRCODE = 'foreign_key_violation', TABLE = 'bill', CONSTRAINT = missing;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tg_bill_refers AFTER INSERT ON bill REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION bill_refers();

-- Its row is locked by then: bills that are being made of it are committed before or refused.
CREATE FUNCTION charge_standard_billed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM bill b WHERE b.standard_id = OLD.id) THEN
        RAISE EXCEPTION 'a standard that bills were made of stays: % refused', TG_OP
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_charge_standard_billed';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER tg_charge_standard_billed BEFORE DELETE OR UPDATE OF id ON charge_standard
    FOR EACH ROW EXECUTE FUNCTION charge_standard_billed();

CREATE FUNCTION bill_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.allocated = 0
            AND EXISTS (SELECT FROM billing_run r WHERE r.id = OLD.run_id AND r.state = 'TAKEN_BACK') THEN
            RETURN OLD;
        END IF;
    ELSIF (NEW.unit_id, NEW.period, NEW.run_id, NEW.area_id, NEW.floor_area, NEW.rate, NEW.standard_id, NEW.amount)
            = (OLD.unit_id, OLD.period, OLD.run_id, OLD.area_id, OLD.floor_area, OLD.rate, OLD.standard_id, OLD.amount) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a bill stays as it is: % refused', TG_OP USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_bill_stays';
END $$;
CREATE TRIGGER tg_bill_stays BEFORE UPDATE OR DELETE ON bill FOR EACH ROW EXECUTE FUNCTION bill_stays();

-- 调整: more or less than the formula says, by a document and two people.
CREATE TABLE bill_adjustment (
    id               uuid        NOT NULL,
    unit_id          uuid        NOT NULL,
    period           date        NOT NULL,
    -- The run whose bill it was: where that is taken back, the bill of the next one is another.
    run_id           uuid        NOT NULL,
    amount           bigint      NOT NULL,
    reason           text        NOT NULL,
    document         text        NOT NULL,
    state            text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    proposed_by      uuid        NOT NULL,
    proposed_by_name text        NOT NULL,
    decided_at       timestamptz,
    decided_by       uuid,
    decided_by_name  text,
    version          integer     NOT NULL,
    CONSTRAINT pk_bill_adjustment PRIMARY KEY (id),
    CONSTRAINT fk_bill_adjustment_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT fk_bill_adjustment_run FOREIGN KEY (run_id) REFERENCES billing_run (id),
    CONSTRAINT ck_bill_adjustment_period CHECK (extract(day FROM period) = 1),
    CONSTRAINT ck_bill_adjustment_amount CHECK (amount <> 0),
    CONSTRAINT ck_bill_adjustment_state CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED', 'LAPSED')),
    CONSTRAINT ck_bill_adjustment_two_people CHECK (decided_by <> proposed_by),
    CONSTRAINT ck_bill_adjustment_decided CHECK (
        (decided_at IS NOT NULL) = (state IN ('CONFIRMED', 'REJECTED'))
        AND (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by_name IS NULL) = (decided_at IS NULL)),
    CONSTRAINT ck_bill_adjustment_lengths CHECK (
        char_length(reason) BETWEEN 1 AND 200 AND char_length(document) BETWEEN 1 AND 200
        AND char_length(proposed_by_name) BETWEEN 1 AND 50 AND char_length(decided_by_name) BETWEEN 1 AND 50)
);
CREATE INDEX ix_bill_adjustment_bill ON bill_adjustment (unit_id, period);
CREATE INDEX ix_bill_adjustment_run ON bill_adjustment (run_id);
-- One at a time waits for its second person.
CREATE UNIQUE INDEX uq_bill_adjustment_one_waiting ON bill_adjustment (unit_id, period) WHERE state = 'PROPOSED';

-- All of them, paid or not: published to the other modules.
CREATE VIEW issued_bill AS
    SELECT unit_id, period, run_id, area_id, floor_area, rate, amount, adjusted, allocated FROM bill;

-- What was billed of each month, by the area that its units are in today and by who billed it: the runs, and what was adjusted since.
-- Published to the other modules.
CREATE VIEW billed_month AS
    SELECT coalesce(g.standing_id, r.area_id) AS area_id, r.enterprise_id, r.period AS month, r.bills, r.total AS amount
      FROM billing_run r LEFT JOIN merged_area g ON g.area_id = r.area_id
     WHERE r.state = 'BILLED'
    UNION ALL
    SELECT coalesce(g.standing_id, r.area_id), r.enterprise_id, r.period, 0, j.amount
      FROM bill_adjustment j JOIN billing_run r ON r.id = j.run_id LEFT JOIN merged_area g ON g.area_id = r.area_id
     WHERE r.state = 'BILLED' AND j.state = 'CONFIRMED';

-- What is open by unit and month: published to the other modules.
CREATE VIEW bill_open AS
    SELECT unit_id, period, run_id, area_id, amount, adjusted, allocated, amount + adjusted - allocated AS open
      FROM bill
     WHERE allocated < amount + adjusted;

-- The one place that says who is billed for a month and who is not: a row for each unit of the area, with the version of that
-- month, in outcome what becomes of it, and what it was billed the month before. charged_after: months from the delivery to the
-- first one that is charged (0 or 1); warranty_years: 0 where nobody waits for the end of the warranty. An unsold unit is its
-- builder's, who pays without having taken it over.
--
-- Versions and bills are looked up unit by unit, whatever else would seem cheaper: a plan that was made while there were few of them,
-- and kept, would read through millions once there are millions. So the function keeps its plan to itself.
CREATE FUNCTION billing_candidate(of_area uuid, of_month date, charged_after integer, warranty_years integer)
    RETURNS TABLE (
        unit_id uuid, floor_area bigint, use text, lift boolean, delivered_on date, reason text, document text,
        standard_id uuid, rate integer, amount bigint, outcome text,
        floor_area_before bigint, rate_before integer, amount_before bigint)
    LANGUAGE sql STABLE
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
    AS $$
    WITH fact AS MATERIALIZED (
        SELECT DISTINCT ON (v.unit_id) v.unit_id, v.building_key, v.valid_from, v.floor_area, v.use, v.lift, v.liable,
               v.sold, v.delivered_on, v.charged_from, v.reason, v.document
          FROM unit_fact v
         WHERE v.area_id = of_area
         ORDER BY v.unit_id, v.valid_from <= of_month DESC, abs(v.valid_from - of_month)),
    unopened AS MATERIALIZED (
        SELECT o.building_key FROM collection_start_building o
         WHERE o.area_id = of_area AND o.first_month > of_month),
    standard AS MATERIALIZED (
        SELECT k.use, k.lift, s.id, s.rate
          FROM (SELECT DISTINCT f.use, f.lift FROM fact f) k
         CROSS JOIN LATERAL (SELECT charge_standard_at(of_area, k.use, k.lift, of_month) AS id OFFSET 0) found
          JOIN charge_standard s ON s.id = found.id)
    SELECT f.unit_id, f.floor_area, f.use, f.lift, f.delivered_on, f.reason, f.document, s.id, s.rate,
           monthly_charge(f.floor_area, s.rate),
           CASE WHEN f.valid_from > of_month THEN 'NOT_REGISTERED'
                WHEN NOT f.liable THEN 'NOT_LIABLE'
                WHEN o.building_key IS NOT NULL THEN 'BEFORE_OPENING'
                WHEN f.sold AND coalesce(f.delivered_on >= of_month + interval '1 month', true) THEN 'NOT_DELIVERED'
                WHEN of_month < coalesce(
                    f.charged_from,
                    CASE WHEN f.sold
                        THEN (date_trunc('month', f.delivered_on::timestamp) + make_interval(months => charged_after))::date
                    END,
                    of_month) THEN 'BEFORE_START'
                WHEN f.sold AND warranty_years > 0
                    AND f.delivered_on + make_interval(years => warranty_years) > of_month THEN 'IN_WARRANTY'
                WHEN s.id IS NULL THEN 'NO_STANDARD'
                WHEN b.unit_id IS NOT NULL THEN 'ALREADY_BILLED'
                ELSE 'BILLED'
           END,
           p.floor_area, p.rate, p.amount
      FROM fact f
      LEFT JOIN unopened o ON o.building_key = f.building_key
      LEFT JOIN standard s ON s.use = f.use AND s.lift = f.lift
      LEFT JOIN bill b ON b.unit_id = f.unit_id AND b.period = of_month
      LEFT JOIN bill p ON p.unit_id = f.unit_id AND p.period = (of_month - interval '1 month')::date
    $$;

-- Several runs that somebody asked for at once: a worker takes one after the other, each a transaction of its own.
CREATE TABLE billing_batch (
    id                uuid        NOT NULL,
    action            text        NOT NULL,
    asked_at          timestamptz NOT NULL,
    asked_by          uuid        NOT NULL,
    username          text        NOT NULL,
    person            text        NOT NULL,
    role              text        NOT NULL,
    organisation_type text        NOT NULL,
    organisation_id   uuid        NOT NULL,
    organisation      text        NOT NULL,
    district_id       uuid,
    CONSTRAINT pk_billing_batch PRIMARY KEY (id),
    CONSTRAINT ck_billing_batch_action CHECK (action IN ('PROPOSE', 'CONFIRM')),
    CONSTRAINT ck_billing_batch_role CHECK (role IN ('ENTERPRISE_OPERATOR', 'OFFICE_OPERATOR'))
);
CREATE INDEX ix_billing_batch_organisation ON billing_batch (organisation_id, asked_at DESC);

CREATE TABLE billing_batch_item (
    batch_id uuid    NOT NULL,
    place    integer NOT NULL,
    area_id  uuid    NOT NULL,
    period   date    NOT NULL,
    state    text    NOT NULL DEFAULT 'WAITING',
    -- What it led to, or what it is about: the run.
    run_id   uuid,
    refusal  text    NOT NULL DEFAULT '',
    CONSTRAINT pk_billing_batch_item PRIMARY KEY (batch_id, place),
    CONSTRAINT fk_billing_batch_item_batch FOREIGN KEY (batch_id) REFERENCES billing_batch (id),
    CONSTRAINT fk_billing_batch_item_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_billing_batch_item_run FOREIGN KEY (run_id) REFERENCES billing_run (id),
    CONSTRAINT ck_billing_batch_item_period CHECK (extract(day FROM period) = 1),
    CONSTRAINT ck_billing_batch_item_state CHECK (state IN ('WAITING', 'DONE', 'REFUSED')),
    CONSTRAINT ck_billing_batch_item_done CHECK (state <> 'DONE' OR run_id IS NOT NULL),
    CONSTRAINT ck_billing_batch_item_refusal CHECK ((state = 'REFUSED') = (refusal <> '') AND char_length(refusal) <= 500)
);
