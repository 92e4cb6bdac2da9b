-- 缴存: what companies hand over to the fund's accounts, from the receipt at the counter to the household's account.

-- Receipts that are left out of a declaration for now, with a word; until somebody takes them in again.
CREATE TABLE receipt_withheld (
    receipt_id       uuid        NOT NULL,
    reason           text        NOT NULL,
    withheld_by      uuid        NOT NULL,
    withheld_by_name text        NOT NULL,
    withheld_at      timestamptz NOT NULL,
    CONSTRAINT pk_receipt_withheld PRIMARY KEY (receipt_id),
    CONSTRAINT fk_receipt_withheld_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
    CONSTRAINT ck_receipt_withheld_lengths CHECK (
        char_length(reason) BETWEEN 2 AND 200 AND char_length(withheld_by_name) BETWEEN 1 AND 50)
);

-- 缴存单: declarations of one company into one account of the fund: one amount, one number, one transfer.
CREATE TABLE remittance_slip (
    id                uuid        NOT NULL,
    number            text        NOT NULL,
    enterprise_id     uuid        NOT NULL,
    -- The company itself or the office whose people made it.
    organisation_id   uuid        NOT NULL,
    -- Whose areas it is of: that district books it.
    district_id       uuid        NOT NULL,
    account_id        uuid        NOT NULL,
    -- What its declarations come to, in fen, and how many receipts they have.
    amount            bigint      NOT NULL,
    receipts          integer     NOT NULL,
    -- How much of it has reached the account.
    arrived           bigint      NOT NULL DEFAULT 0,
    -- The day on which the last of it reached the account.
    arrived_on        date,
    state             text        NOT NULL,
    made_by           uuid        NOT NULL,
    made_by_name      text        NOT NULL,
    made_at           timestamptz NOT NULL,
    submitted_by      uuid,
    submitted_by_name text,
    submitted_at      timestamptz,
    submitted_on      date,
    voided_by_name    text,
    voided_at         timestamptz,
    void_reason       text,
    booked_by         uuid,
    booked_by_name    text,
    booked_at         timestamptz,
    booked_on         date,
    -- The entry of the books.
    entry             text,
    version           integer     NOT NULL,
    CONSTRAINT pk_remittance_slip PRIMARY KEY (id),
    CONSTRAINT uq_remittance_slip_number UNIQUE (number),
    CONSTRAINT fk_remittance_slip_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT fk_remittance_slip_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_remittance_slip_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT ck_remittance_slip_number CHECK (number ~ '^JC[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_remittance_slip_amount CHECK (amount > 0 AND receipts > 0),
    CONSTRAINT ck_remittance_slip_state CHECK (
        state IN ('DRAFT', 'SUBMITTED', 'PARTLY_ARRIVED', 'ARRIVED', 'BOOKED', 'VOIDED')),
    -- What arrived says which state it is in.
    CONSTRAINT ck_remittance_slip_arrived CHECK (CASE state
        WHEN 'PARTLY_ARRIVED' THEN arrived > 0 AND arrived < amount
        WHEN 'ARRIVED' THEN arrived = amount
        WHEN 'BOOKED' THEN arrived = amount
        ELSE arrived = 0 END),
    CONSTRAINT ck_remittance_slip_arrived_on CHECK ((arrived_on IS NOT NULL) = (state IN ('ARRIVED', 'BOOKED'))),
    CONSTRAINT ck_remittance_slip_submitted CHECK (
        num_nonnulls(submitted_by, submitted_by_name, submitted_at, submitted_on) IN (0, 4)
        AND (state NOT IN ('DRAFT', 'VOIDED')) <= (submitted_at IS NOT NULL) AND (state = 'DRAFT') <= (submitted_at IS NULL)),
    CONSTRAINT ck_remittance_slip_voided CHECK (
        num_nonnulls(voided_by_name, voided_at, void_reason) = CASE state WHEN 'VOIDED' THEN 3 ELSE 0 END),
    CONSTRAINT ck_remittance_slip_booked CHECK (
        num_nonnulls(booked_by, booked_by_name, booked_at, booked_on, entry) = CASE state WHEN 'BOOKED' THEN 5 ELSE 0 END),
    CONSTRAINT ck_remittance_slip_lengths CHECK (
        char_length(made_by_name) BETWEEN 1 AND 50 AND char_length(submitted_by_name) BETWEEN 1 AND 50
        AND char_length(voided_by_name) BETWEEN 1 AND 50 AND char_length(booked_by_name) BETWEEN 1 AND 50
        AND char_length(void_reason) BETWEEN 2 AND 200)
);

-- The list of a company, of an office, of a district and of the city, the latest first.
CREATE INDEX ix_remittance_slip_enterprise ON remittance_slip (enterprise_id, number);
CREATE INDEX ix_remittance_slip_organisation ON remittance_slip (organisation_id, number);
CREATE INDEX ix_remittance_slip_district ON remittance_slip (district_id, state, number);
CREATE INDEX ix_remittance_slip_state ON remittance_slip (state, number);
-- What reached the account and was booked in a month.
CREATE INDEX ix_remittance_slip_arrived_month ON remittance_slip (month_of(arrived_on)) WHERE arrived_on IS NOT NULL;
CREATE INDEX ix_remittance_slip_booked_month ON remittance_slip (month_of(booked_on)) WHERE booked_on IS NOT NULL;
-- What an account waits for: by the amount of a transfer, and by who sent it.
CREATE INDEX ix_remittance_slip_expected ON remittance_slip (account_id, amount)
    WHERE state IN ('SUBMITTED', 'PARTLY_ARRIVED');

-- States follow one another as remittance.SlipState says; who and where stay, and what was submitted keeps its amount.
CREATE FUNCTION remittance_slip_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a slip is never deleted: %', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_remittance_slip_kept';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('DRAFT', 'SUBMITTED'), ('DRAFT', 'VOIDED'),
            ('SUBMITTED', 'PARTLY_ARRIVED'), ('SUBMITTED', 'ARRIVED'), ('SUBMITTED', 'VOIDED'),
            ('PARTLY_ARRIVED', 'ARRIVED'), ('PARTLY_ARRIVED', 'SUBMITTED'),
            ('ARRIVED', 'PARTLY_ARRIVED'), ('ARRIVED', 'SUBMITTED'), ('ARRIVED', 'BOOKED'), ('BOOKED', 'ARRIVED')) THEN
        RAISE EXCEPTION '% doesn''t go from % to %', OLD.number, OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_remittance_slip_next_state';
    END IF;
    IF (NEW.number, NEW.enterprise_id, NEW.district_id) <> (OLD.number, OLD.enterprise_id, OLD.district_id)
            OR OLD.state <> 'DRAFT' AND (NEW.amount, NEW.receipts, NEW.account_id) <> (OLD.amount, OLD.receipts, OLD.account_id) THEN
        RAISE EXCEPTION '% stays as it was submitted', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_remittance_slip_stays';
    END IF;
    IF NEW.state = 'BOOKED' AND OLD.state <> 'BOOKED' AND EXISTS (
            SELECT FROM remittance_arrival a WHERE a.slip_id = NEW.id AND a.recorded_by = NEW.booked_by) THEN
        RAISE EXCEPTION '% is booked by whoever matched it', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_remittance_slip_two_people';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_remittance_slip_guard BEFORE UPDATE OR DELETE ON remittance_slip
    FOR EACH ROW EXECUTE FUNCTION remittance_slip_guard();

-- What reached the account for a slip, and what of it went back again.
CREATE TABLE remittance_arrival (
    id               uuid        NOT NULL,
    slip_id          uuid        NOT NULL,
    -- Less than nothing where it went back, or was taken for this slip's by mistake.
    amount           bigint      NOT NULL,
    day              date        NOT NULL,
    recorded_by      uuid        NOT NULL,
    recorded_by_name text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    CONSTRAINT pk_remittance_arrival PRIMARY KEY (id),
    CONSTRAINT fk_remittance_arrival_slip FOREIGN KEY (slip_id) REFERENCES remittance_slip (id),
    CONSTRAINT ck_remittance_arrival_amount CHECK (amount <> 0),
    CONSTRAINT ck_remittance_arrival_recorded_by_name CHECK (char_length(recorded_by_name) BETWEEN 1 AND 50)
);
CREATE INDEX ix_remittance_arrival_slip ON remittance_arrival (slip_id, recorded_at);

-- 缴存申报: the receipts of a company in an area up to a day, that it is about to hand over.
CREATE TABLE declaration (
    id                 uuid        NOT NULL,
    number             text        NOT NULL,
    area_id            uuid        NOT NULL,
    enterprise_id      uuid        NOT NULL,
    up_to              date        NOT NULL,
    amount             bigint      NOT NULL,
    receipts           integer     NOT NULL,
    -- The day of its earliest receipt.
    first_day          date        NOT NULL,
    -- What of it was received how many days later: the sum of amount and days of its receipts. So is known how long the money was held without
    -- reading three million of them.
    amount_days        bigint      NOT NULL,
    -- Receipts up to that day that were left out with a word.
    left_out           integer     NOT NULL,
    left_out_amount    bigint      NOT NULL,
    state              text        NOT NULL,
    slip_id            uuid,
    proposed_by        uuid        NOT NULL,
    proposed_by_name   text        NOT NULL,
    proposed_at        timestamptz NOT NULL,
    confirmed_by       uuid,
    confirmed_by_name  text,
    confirmed_at       timestamptz,
    taken_back_by_name text,
    taken_back_at      timestamptz,
    taken_back_reason  text,
    version            integer     NOT NULL,
    CONSTRAINT pk_declaration PRIMARY KEY (id),
    CONSTRAINT uq_declaration_number UNIQUE (number),
    CONSTRAINT fk_declaration_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_declaration_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT fk_declaration_slip FOREIGN KEY (slip_id) REFERENCES remittance_slip (id),
    CONSTRAINT ck_declaration_number CHECK (number ~ '^JS[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_declaration_amount CHECK (amount > 0 AND receipts > 0 AND first_day <= up_to AND amount_days >= 0),
    CONSTRAINT ck_declaration_left_out CHECK (left_out >= 0 AND left_out_amount >= 0),
    CONSTRAINT ck_declaration_state CHECK (state IN ('PROPOSED', 'CONFIRMED', 'BOOKED', 'TAKEN_BACK')),
    CONSTRAINT ck_declaration_confirmed CHECK (
        num_nonnulls(confirmed_by, confirmed_by_name, confirmed_at) IN (0, 3)
        AND (state = 'PROPOSED') <= (confirmed_by IS NULL) AND (state IN ('CONFIRMED', 'BOOKED')) <= (confirmed_by IS NOT NULL)),
    CONSTRAINT ck_declaration_two_people CHECK (confirmed_by <> proposed_by),
    -- Only what a second person has confirmed is in a slip, and what is in one is not taken back.
    CONSTRAINT ck_declaration_slip CHECK (
        CASE state WHEN 'BOOKED' THEN slip_id IS NOT NULL WHEN 'CONFIRMED' THEN true ELSE slip_id IS NULL END),
    CONSTRAINT ck_declaration_taken_back CHECK (
        num_nonnulls(taken_back_by_name, taken_back_at, taken_back_reason) = CASE state WHEN 'TAKEN_BACK' THEN 3 ELSE 0 END),
    CONSTRAINT ck_declaration_lengths CHECK (
        char_length(proposed_by_name) BETWEEN 1 AND 50 AND char_length(confirmed_by_name) BETWEEN 1 AND 50
        AND char_length(taken_back_by_name) BETWEEN 1 AND 50 AND char_length(taken_back_reason) BETWEEN 2 AND 200)
);

-- The list of a company, of an area and of the city, the latest first.
CREATE INDEX ix_declaration_enterprise ON declaration (enterprise_id, number);
CREATE INDEX ix_declaration_area ON declaration (area_id, number);
CREATE INDEX ix_declaration_slip ON declaration (slip_id) WHERE slip_id IS NOT NULL;
-- 代收在途: what is declared and not booked yet.
CREATE INDEX ix_declaration_underway ON declaration (area_id, enterprise_id, first_day)
    WHERE state IN ('PROPOSED', 'CONFIRMED');
-- The same of a company, and what waits there for a second person or a slip.
CREATE INDEX ix_declaration_waiting ON declaration (enterprise_id, state, slip_id) WHERE state IN ('PROPOSED', 'CONFIRMED');

CREATE FUNCTION declaration_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a declaration is never deleted: %', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_declaration_kept';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('PROPOSED', 'CONFIRMED'), ('PROPOSED', 'TAKEN_BACK'), ('CONFIRMED', 'TAKEN_BACK'), ('CONFIRMED', 'BOOKED'), ('BOOKED', 'CONFIRMED')) THEN
        RAISE EXCEPTION '% doesn''t go from % to %', OLD.number, OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_declaration_next_state';
    END IF;
    IF (NEW.number, NEW.enterprise_id, NEW.up_to, NEW.amount, NEW.receipts, NEW.first_day, NEW.amount_days)
            <> (OLD.number, OLD.enterprise_id, OLD.up_to, OLD.amount, OLD.receipts, OLD.first_day, OLD.amount_days) THEN
        RAISE EXCEPTION '% stays as it was declared', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_declaration_stays';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_declaration_guard BEFORE UPDATE OR DELETE ON declaration
    FOR EACH ROW EXECUTE FUNCTION declaration_guard();

-- Which receipts a declaration has; those of one that was taken back are not live any more.
CREATE TABLE declared_receipt (
    declaration_id uuid    NOT NULL,
    receipt_id     uuid    NOT NULL,
    amount         bigint  NOT NULL,
    live           boolean NOT NULL DEFAULT true,
    CONSTRAINT pk_declared_receipt PRIMARY KEY (declaration_id, receipt_id),
    -- Asked at the end of the transaction: its receipts say what a declaration comes to, before it is written.
    CONSTRAINT fk_declared_receipt_declaration FOREIGN KEY (declaration_id) REFERENCES declaration (id)
        DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_declared_receipt_receipt FOREIGN KEY (receipt_id) REFERENCES receipt (id),
    CONSTRAINT ck_declared_receipt_amount CHECK (amount > 0)
);
-- A receipt is in one live declaration at most.
CREATE UNIQUE INDEX uq_declared_receipt_live ON declared_receipt (receipt_id) WHERE live;

-- How far a receipt is on its way: in which declaration and slip, and when that reached the account and was booked. What was paid
-- straight into the account is in no declaration. Asked receipt by receipt (LATERAL, OFFSET 0): where it is joined both halves are read through.
CREATE VIEW receipt_way AS
    SELECT x.receipt_id, d.number AS declaration, d.state AS declaration_state, s.number AS slip, s.state AS slip_state, s.account_id,
           s.arrived_on, s.booked_on, s.entry
      FROM declared_receipt x
      JOIN declaration d ON d.id = x.declaration_id
      LEFT JOIN remittance_slip s ON s.id = d.slip_id
     WHERE x.live
    UNION ALL
    SELECT r.id, NULL, NULL, NULL, NULL, r.account_id, r.received_on, r.booked_on, r.entry
      FROM receipt r
     WHERE r.account_id IS NOT NULL AND r.reverses IS NULL;

-- Since when each company has receipts in each area that it has not declared: one look into the index for each of them, however many
-- receipts there are.
CREATE VIEW undeclared_since AS
    WITH RECURSIVE held AS (
        (SELECT r.area_id, r.enterprise_id, r.received_on FROM receipt r
          WHERE NOT r.declared AND NOT r.reversed AND r.reverses IS NULL AND r.enterprise_id IS NOT NULL
          ORDER BY r.area_id, r.enterprise_id, r.received_on LIMIT 1)
        UNION ALL
        SELECT n.area_id, n.enterprise_id, n.received_on FROM held h CROSS JOIN LATERAL (
            SELECT r.area_id, r.enterprise_id, r.received_on FROM receipt r
             WHERE NOT r.declared AND NOT r.reversed AND r.reverses IS NULL AND r.enterprise_id IS NOT NULL
               AND (r.area_id, r.enterprise_id) > (h.area_id, h.enterprise_id)
             ORDER BY r.area_id, r.enterprise_id, r.received_on LIMIT 1) n)
    SELECT area_id, enterprise_id, received_on AS since FROM held;

-- 代收在途: since when each company has money of an area that has not reached the account, and which has, but is not booked: null where
-- there is only such.
CREATE VIEW held_since AS
    SELECT p.area_id, p.enterprise_id, min(p.since) AS since
      FROM (SELECT area_id, enterprise_id, since FROM undeclared_since
            UNION ALL
            SELECT d.area_id, d.enterprise_id, CASE WHEN s.state IS DISTINCT FROM 'ARRIVED' THEN d.first_day END
              FROM declaration d LEFT JOIN remittance_slip s ON s.id = d.slip_id
             WHERE d.state IN ('PROPOSED', 'CONFIRMED')) p
     GROUP BY p.area_id, p.enterprise_id;

-- 责令限期缴存通知书: to a company that is late, with what it held on that day, area by area.
CREATE TABLE remittance_order (
    id             uuid        NOT NULL,
    number         text        NOT NULL,
    enterprise_id  uuid        NOT NULL,
    district_id    uuid        NOT NULL,
    -- What was received before that day is late.
    received_before date       NOT NULL,
    amount         bigint      NOT NULL,
    deadline       date        NOT NULL,
    issued_on      date        NOT NULL,
    issued_by      uuid        NOT NULL,
    issued_by_name text        NOT NULL,
    issued_at      timestamptz NOT NULL,
    -- The day on which all of it had reached the account; null while some of it has not.
    remitted_on    date,
    CONSTRAINT pk_remittance_order PRIMARY KEY (id),
    CONSTRAINT uq_remittance_order_number UNIQUE (number),
    CONSTRAINT fk_remittance_order_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT ck_remittance_order_number CHECK (number ~ '^ZL[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_remittance_order_amount CHECK (amount > 0),
    CONSTRAINT ck_remittance_order_deadline CHECK (deadline > issued_on AND received_before <= issued_on),
    CONSTRAINT ck_remittance_order_issued_by_name CHECK (char_length(issued_by_name) BETWEEN 1 AND 50)
);
CREATE INDEX ix_remittance_order_district ON remittance_order (district_id, number);
CREATE INDEX ix_remittance_order_enterprise ON remittance_order (enterprise_id, number);
-- One that is open for a company in a district: the next one comes when it is done.
CREATE UNIQUE INDEX uq_remittance_order_open ON remittance_order (enterprise_id, district_id) WHERE remitted_on IS NULL;

CREATE TABLE remittance_order_line (
    order_id  uuid    NOT NULL,
    area_id   uuid    NOT NULL,
    area_name text    NOT NULL,
    receipts  integer NOT NULL,
    amount    bigint  NOT NULL,
    -- The day of the earliest receipt, and the day by which that was to be remitted.
    since     date    NOT NULL,
    due_on    date    NOT NULL,
    CONSTRAINT pk_remittance_order_line PRIMARY KEY (order_id, area_id),
    CONSTRAINT fk_remittance_order_line_order FOREIGN KEY (order_id) REFERENCES remittance_order (id),
    CONSTRAINT fk_remittance_order_line_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT ck_remittance_order_line_amount CHECK (amount > 0 AND receipts > 0 AND due_on > since)
);

-- What followed: said by the company, done by the district.
CREATE TABLE remittance_follow_up (
    id               uuid        NOT NULL,
    order_id         uuid        NOT NULL,
    day              date        NOT NULL,
    words            text        NOT NULL,
    recorded_by      uuid        NOT NULL,
    recorded_by_name text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    CONSTRAINT pk_remittance_follow_up PRIMARY KEY (id),
    CONSTRAINT fk_remittance_follow_up_order FOREIGN KEY (order_id) REFERENCES remittance_order (id),
    CONSTRAINT ck_remittance_follow_up_day CHECK (day <= (recorded_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT ck_remittance_follow_up_lengths CHECK (
        char_length(words) BETWEEN 2 AND 500 AND char_length(recorded_by_name) BETWEEN 1 AND 50)
);
CREATE INDEX ix_remittance_follow_up_order ON remittance_follow_up (order_id, day, recorded_at);

-- Slips by name: published to the other modules.
CREATE VIEW remittance_slip_named AS
    SELECT s.id, s.number, s.enterprise_id, o.name AS company, s.district_id, s.account_id, s.amount, s.receipts, s.arrived, s.arrived_on,
           s.state, s.submitted_on, s.booked_on, s.entry
      FROM remittance_slip s JOIN organisation o ON o.id = s.enterprise_id;

-- What was received for units, and whether it is in the bank: published to the other modules. live: neither reversed nor a reversal.
CREATE VIEW unit_payment AS
    SELECT r.unit_id, r.area_id, r.number, r.amount, r.received_on, r.period, r.recorded_at, NOT r.reversed AND r.reverses IS NULL AS live,
           EXISTS (SELECT FROM receipt_way w WHERE w.receipt_id = r.id AND w.arrived_on IS NOT NULL) AS arrived
      FROM receipt r;

-- Which receipts a slip is of: published to the other modules.
CREATE VIEW remitted_receipt AS
    SELECT d.slip_id, x.receipt_id, x.amount, r.number AS receipt, r.unit_id
      FROM declared_receipt x JOIN declaration d ON d.id = x.declaration_id JOIN receipt r ON r.id = x.receipt_id
     WHERE x.live AND d.slip_id IS NOT NULL;

-- Declarations whose slip has reached the account as a whole, with what their money was held for until then: amount and days multiplied.
CREATE VIEW remitted_declaration AS
    SELECT d.area_id, d.enterprise_id, d.number, d.receipts, d.amount, d.first_day, s.number AS slip, s.arrived_on, s.booked_on,
           month_of(s.arrived_on) AS arrived_month, month_of(s.booked_on) AS booked_month,
           d.amount * (s.arrived_on - d.first_day) - d.amount_days AS held
      FROM remittance_slip s JOIN declaration d ON d.slip_id = s.id
     WHERE s.arrived_on IS NOT NULL;

-- The four stages by month, area and company: billed by the month of the bill, everything else by the day on which it happened.
CREATE VIEW collection_month AS
    SELECT area_id, enterprise_id, month, amount AS billed, 0::bigint AS collected, 0::bigint AS remitted, 0::bigint AS booked
      FROM billed_month
    UNION ALL
    SELECT area_id, enterprise_id, month, 0, amount, 0, 0 FROM receipt_month
    UNION ALL
    SELECT area_id, enterprise_id, arrived_month, 0, 0, amount, 0 FROM remitted_declaration
    UNION ALL
    SELECT area_id, enterprise_id, booked_month, 0, 0, 0, amount FROM remitted_declaration WHERE booked_on IS NOT NULL;
