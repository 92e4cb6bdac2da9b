-- 差异台账: what doesn't agree, each with somebody who looks after it and a day until when.
CREATE SEQUENCE difference_number;

CREATE TABLE difference (
    number         text        NOT NULL DEFAULT 'CY' || to_char(nextval('difference_number'), 'FM00000000'),
    kind           text        NOT NULL,
    -- What it is of: the number of a slip, a line of the bank. One of a kind is open at a time.
    reference      text        NOT NULL,
    -- The same as people call it.
    subject        text        NOT NULL,
    account_id     uuid,
    area_id        uuid,
    company_id     uuid,
    -- Whose district sees it; null where that is none's.
    district_id    uuid,
    amount         bigint,
    -- The day that it is of: a month that is closed later looks at it.
    day            date        NOT NULL,
    -- Empty where the sentence of its kind says all there is to say.
    text           text        NOT NULL,
    -- Where in the application it is seen; empty where that is nowhere.
    link           text        NOT NULL,
    owner          text        NOT NULL,
    -- Who of the owner's people has taken it on.
    owner_id       uuid,
    owner_name     text,
    due_on         date        NOT NULL,
    state          text        NOT NULL,
    raised_at      timestamptz NOT NULL,
    -- Nobody where the system did.
    raised_by      uuid,
    raised_by_name text,
    closing_entry  text,
    settled_at     timestamptz,
    settled_by     uuid,
    version        integer     NOT NULL DEFAULT 0,
    CONSTRAINT pk_difference PRIMARY KEY (number),
    CONSTRAINT fk_difference_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT fk_difference_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_difference_company FOREIGN KEY (company_id) REFERENCES organisation (id),
    CONSTRAINT fk_difference_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    CONSTRAINT fk_difference_closing_entry FOREIGN KEY (closing_entry) REFERENCES ledger_entry (number),
    CONSTRAINT ck_difference_number CHECK (number ~ '^CY[0-9]{8}$'),
    CONSTRAINT ck_difference_kind CHECK (
        kind IN ('LINE_UNMATCHED', 'SLIP_NOT_ARRIVED', 'AMOUNT_OFF', 'OPENING_OFF', 'BY_HAND')),
    CONSTRAINT ck_difference_owner CHECK (
        owner = 'MUNICIPAL' OR owner = 'DISTRICT' AND district_id IS NOT NULL),
    CONSTRAINT ck_difference_owner_person CHECK (num_nonnulls(owner_id, owner_name) <> 1),
    CONSTRAINT ck_difference_raised_by CHECK (
        num_nonnulls(raised_by, raised_by_name) <> 1 AND (kind <> 'BY_HAND' OR raised_by IS NOT NULL AND text <> '')),
    CONSTRAINT ck_difference_due CHECK (due_on >= (raised_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT ck_difference_state CHECK (state IN ('OPEN', 'EXPLAINED', 'SETTLED')),
    CONSTRAINT ck_difference_settled CHECK (
        (state = 'SETTLED') = (settled_at IS NOT NULL) AND (state = 'SETTLED' OR num_nonnulls(settled_by, closing_entry) = 0)),
    CONSTRAINT ck_difference_link CHECK (link = '' OR link ~ '^/[^/]'),
    CONSTRAINT ck_difference_lengths CHECK (
        char_length(reference) BETWEEN 1 AND 100 AND char_length(subject) BETWEEN 1 AND 200 AND char_length(text) <= 1000
        AND char_length(link) <= 300 AND char_length(owner_name) BETWEEN 1 AND 50 AND char_length(raised_by_name) BETWEEN 1 AND 50)
);

-- What is open of one thing is one.
CREATE UNIQUE INDEX uq_difference_open ON difference (kind, reference) WHERE state <> 'SETTLED';
-- The list, what is due first, first: of the city and of a district.
CREATE INDEX ix_difference_state ON difference (state, due_on, number);
CREATE INDEX ix_difference_district ON difference (district_id, state, due_on, number);
CREATE INDEX ix_difference_live ON difference (due_on, number) WHERE state <> 'SETTLED';

-- States follow one another as difference.DifferenceState says; what it is of stays. A person explains before they settle, the
-- system settles what is over.
CREATE FUNCTION difference_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.state = 'SETTLED' THEN
        RAISE EXCEPTION '% stays as it is: % refused', OLD.number, TG_OP
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_difference_stays';
    END IF;
    IF NEW.state <> OLD.state AND ((OLD.state, NEW.state) NOT IN (
            ('OPEN', 'EXPLAINED'), ('OPEN', 'SETTLED'), ('EXPLAINED', 'SETTLED'))
        OR OLD.state = 'OPEN' AND NEW.state = 'SETTLED' AND NEW.settled_by IS NOT NULL) THEN
        RAISE EXCEPTION '% doesn''t go from % to %', OLD.number, OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_difference_step';
    END IF;
    IF (NEW.number, NEW.kind, NEW.reference, NEW.subject, NEW.account_id, NEW.area_id, NEW.company_id, NEW.amount, NEW.day, NEW.text,
            NEW.raised_at, NEW.raised_by)
        IS DISTINCT FROM (OLD.number, OLD.kind, OLD.reference, OLD.subject, OLD.account_id, OLD.area_id, OLD.company_id, OLD.amount,
            OLD.day, OLD.text, OLD.raised_at, OLD.raised_by) THEN
        RAISE EXCEPTION 'what % is of stays', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_difference_stays';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_difference_guard BEFORE UPDATE OR DELETE ON difference
    FOR EACH ROW EXECUTE FUNCTION difference_guard();

-- Who said what, and when. Never changed.
CREATE TABLE difference_remark (
    id           uuid        NOT NULL,
    number       text        NOT NULL,
    action       text        NOT NULL,
    text         text        NOT NULL,
    at           timestamptz NOT NULL,
    -- Nobody where the system did.
    person       uuid,
    person_name  text,
    organisation text,
    CONSTRAINT pk_difference_remark PRIMARY KEY (id),
    CONSTRAINT fk_difference_remark_number FOREIGN KEY (number) REFERENCES difference (number),
    CONSTRAINT ck_difference_remark_action CHECK (
        action IN ('RAISED', 'REMARKED', 'EXPLAINED', 'TAKEN', 'HANDED', 'SETTLED')),
    CONSTRAINT ck_difference_remark_person CHECK (num_nonnulls(person, person_name, organisation) IN (0, 3)),
    CONSTRAINT ck_difference_remark_text CHECK (
        char_length(text) <= 1000 AND (text <> '' OR action IN ('RAISED', 'TAKEN') OR person IS NULL))
);
CREATE INDEX ix_difference_remark_number ON difference_remark (number, at, id);

CREATE FUNCTION difference_remark_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was said stays: % refused', TG_OP
        USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_difference_remark_stays';
END $$;

CREATE TRIGGER tg_difference_remark_stays BEFORE UPDATE OR DELETE ON difference_remark
    FOR EACH ROW EXECUTE FUNCTION difference_remark_refuse_change();

-- What is not settled yet: published to the other modules.
CREATE VIEW open_difference AS
    SELECT number, kind, reference, subject, account_id, area_id, company_id, district_id, amount, day, due_on, owner, state
      FROM difference
     WHERE state <> 'SETTLED';
