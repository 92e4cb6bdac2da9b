-- 期间: the months of the city's books. One without a row is open; they are closed one after the other and never opened again.
CREATE TABLE accounting_period (
    month      date        NOT NULL,
    state      text        NOT NULL,
    since      timestamptz NOT NULL,
    CONSTRAINT pk_accounting_period PRIMARY KEY (month),
    CONSTRAINT ck_accounting_period_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT ck_accounting_period_state CHECK (state IN ('OPEN', 'CLOSING', 'CLOSED'))
);

CREATE FUNCTION accounting_period_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a closed month stays closed: % of % refused', TG_OP, OLD.month
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_accounting_period_closed';
END $$;

CREATE TRIGGER tg_accounting_period_closed BEFORE UPDATE OR DELETE ON accounting_period
    FOR EACH ROW WHEN (OLD.state = 'CLOSED') EXECUTE FUNCTION accounting_period_refuse_change();

-- Whoever lets something land in a month shares this until the end of the transaction, and who closes one has it alone: so nothing lands
-- in a month that is closed meanwhile. Taken by triggers and last, behind whatever else a transaction locks.
CREATE FUNCTION accounting_period_share() RETURNS void LANGUAGE sql VOLATILE
    AS $$ SELECT pg_advisory_xact_lock_shared(hashtext('accounting_period'), 0) $$;
CREATE FUNCTION accounting_period_take() RETURNS void LANGUAGE sql VOLATILE
    AS $$ SELECT pg_advisory_xact_lock(hashtext('accounting_period'), 0) $$;

-- States follow one another as ledger.PeriodState says.
CREATE FUNCTION accounting_period_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.month <> OLD.month OR NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('OPEN', 'CLOSING'), ('CLOSING', 'OPEN'), ('CLOSING', 'CLOSED')) THEN
        RAISE EXCEPTION 'a month doesn''t go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_accounting_period_step';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_accounting_period_step BEFORE UPDATE ON accounting_period
    FOR EACH ROW EXECUTE FUNCTION accounting_period_step();

-- Whether nothing lands in a month any more; for the triggers of whatever is dated into one.
CREATE FUNCTION accounting_period_is_closed(of_month date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT EXISTS (SELECT FROM accounting_period p WHERE p.month >= $1 AND p.state <> 'OPEN') $$;

-- The books of the fund's money: entries by two sides, which are never changed and never go. What was wrong is reversed by its exact
-- negative. An entry is one account's; what it moves between the account's parts stands in its postings, debits above nothing and
-- credits below, which together are nothing.
CREATE TABLE ledger_entry (
    id           uuid        NOT NULL,
    -- FL202612-000123: the month of the books and a running number of it, without gaps.
    number       text        NOT NULL,
    account_id   uuid        NOT NULL,
    kind         text        NOT NULL,
    -- The day that it is of, and the month of the books that it landed in.
    day          date        NOT NULL,
    period       date        NOT NULL,
    -- What it is of: the number of a slip, a line of the bank.
    reference    text        NOT NULL,
    -- Why something was reversed.
    note         text        NOT NULL,
    -- How many postings it has: none is added later.
    postings     integer     NOT NULL,
    maker        uuid        NOT NULL,
    maker_name   text        NOT NULL,
    checker      uuid,
    checker_name text,
    posted_at    timestamptz NOT NULL,
    reverses     uuid,
    CONSTRAINT pk_ledger_entry PRIMARY KEY (id),
    CONSTRAINT uq_ledger_entry_number UNIQUE (number),
    CONSTRAINT fk_ledger_entry_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT fk_ledger_entry_reverses FOREIGN KEY (reverses) REFERENCES ledger_entry (id),
    CONSTRAINT ck_ledger_entry_number CHECK (
        number ~ '^FL[0-9]{6}-[0-9]{6,9}$' AND substr(number, 3, 6) = to_char(period::timestamp, 'YYYYMM')),
    CONSTRAINT ck_ledger_entry_kind CHECK (kind IN (
        'ACCOUNT_OPENING', 'AREA_OPENING', 'BANK_LINE', 'SLIP_BOOKED', 'OWNER_PAYMENT', 'FIRST_DEPOSIT', 'INTEREST', 'WITHDRAWAL', 'FEE')),
    CONSTRAINT ck_ledger_entry_period CHECK (extract(day FROM period) = 1 AND period >= date_trunc('month', day::timestamp)),
    CONSTRAINT ck_ledger_entry_postings CHECK (postings >= 2),
    CONSTRAINT ck_ledger_entry_two_people CHECK (checker <> maker),
    -- A line of the bank comes from the bank; everything else two people answer for.
    CONSTRAINT ck_ledger_entry_checked CHECK (
        num_nonnulls(checker, checker_name) IN (0, 2) AND (checker IS NOT NULL OR kind = 'BANK_LINE' AND reverses IS NULL)),
    CONSTRAINT ck_ledger_entry_lengths CHECK (
        char_length(reference) BETWEEN 1 AND 100 AND char_length(note) <= 200 AND (reverses IS NULL OR note <> '')
        AND char_length(maker_name) BETWEEN 1 AND 50 AND char_length(checker_name) BETWEEN 1 AND 50)
);
-- The list, the latest first: of the city, and of an account.
CREATE INDEX ix_ledger_entry_day ON ledger_entry (day, number);
CREATE INDEX ix_ledger_entry_account ON ledger_entry (account_id, day, number);
CREATE INDEX ix_ledger_entry_period ON ledger_entry (period, day, number);
CREATE INDEX ix_ledger_entry_reference ON ledger_entry (reference);
-- An entry is reversed once.
CREATE UNIQUE INDEX uq_ledger_entry_reverses ON ledger_entry (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE ledger_posting (
    entry_id uuid    NOT NULL,
    place    integer NOT NULL,
    part     text    NOT NULL,
    -- Whose 分户账 it is.
    unit_id  uuid,
    -- In fen: a debit more than nothing, a credit less.
    amount   bigint  NOT NULL,
    CONSTRAINT pk_ledger_posting PRIMARY KEY (entry_id, place),
    CONSTRAINT fk_ledger_posting_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry (id),
    CONSTRAINT fk_ledger_posting_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT ck_ledger_posting_part CHECK (
        part IN ('BANK', 'UNALLOCATED', 'HOUSEHOLD', 'OPENING', 'INCOME', 'SPENDING')),
    CONSTRAINT ck_ledger_posting_unit CHECK ((part = 'HOUSEHOLD') = (unit_id IS NOT NULL)),
    CONSTRAINT ck_ledger_posting_amount CHECK (amount <> 0)
);
CREATE INDEX ix_ledger_posting_unit ON ledger_posting (unit_id, entry_id) WHERE unit_id IS NOT NULL;
-- What the parts of an account come to, past the postings of the households, of which there are a thousand times as many.
CREATE INDEX ix_ledger_posting_part ON ledger_posting (entry_id) INCLUDE (part, amount) WHERE unit_id IS NULL;

-- In which areas the units of an entry were when it was posted: whose district sees it.
CREATE TABLE ledger_entry_area (
    entry_id uuid NOT NULL,
    area_id  uuid NOT NULL,
    CONSTRAINT pk_ledger_entry_area PRIMARY KEY (entry_id, area_id),
    CONSTRAINT fk_ledger_entry_area_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry (id),
    CONSTRAINT fk_ledger_entry_area_area FOREIGN KEY (area_id) REFERENCES area (id)
);
CREATE INDEX ix_ledger_entry_area_area ON ledger_entry_area (area_id, entry_id);

-- What each household has in an account. Written by the trigger of the postings alone; what everything runs through (专户, 待清分)
-- keeps no balance, so that bookings don't queue for it.
CREATE TABLE household_balance (
    unit_id    uuid   NOT NULL,
    account_id uuid   NOT NULL,
    balance    bigint NOT NULL,
    CONSTRAINT pk_household_balance PRIMARY KEY (unit_id, account_id),
    CONSTRAINT fk_household_balance_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT fk_household_balance_account FOREIGN KEY (account_id) REFERENCES fund_account (id)
);
CREATE INDEX ix_household_balance_account ON household_balance (account_id);

-- Nobody takes out what a household doesn't have. No CHECK, which would look at what is to be added and not at the sum.
CREATE FUNCTION household_balance_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'unit % has less than is taken out', NEW.unit_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_household_balance_enough';
END $$;

CREATE TRIGGER tg_household_balance_enough AFTER INSERT OR UPDATE ON household_balance
    FOR EACH ROW WHEN (NEW.balance < 0) EXECUTE FUNCTION household_balance_refuse();

-- The last running number of a month.
CREATE TABLE ledger_counter (
    period date    NOT NULL,
    last   integer NOT NULL,
    CONSTRAINT pk_ledger_counter PRIMARY KEY (period),
    CONSTRAINT ck_ledger_counter_last CHECK (last > 0)
);

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the books are append-only: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER tg_ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER tg_ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER tg_ledger_posting_append_only BEFORE UPDATE OR DELETE ON ledger_posting
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER tg_ledger_posting_no_truncate BEFORE TRUNCATE ON ledger_posting
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER tg_ledger_entry_area_append_only BEFORE UPDATE OR DELETE ON ledger_entry_area
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER tg_ledger_entry_area_no_truncate BEFORE TRUNCATE ON ledger_entry_area
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

-- An entry lands in an open month, of a confirmed account.
CREATE FUNCTION ledger_entry_may_land() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM accounting_period_share();
    IF accounting_period_is_closed(NEW.period) THEN
        RAISE EXCEPTION '% lands in a closed month: %', NEW.number, NEW.period
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_ledger_entry_period_open';
    END IF;
    IF NOT fund_account_is_confirmed(NEW.account_id) THEN
        RAISE EXCEPTION '% is booked into an account that is not confirmed', NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_ledger_entry_account_confirmed';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_ledger_entry_may_land BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_may_land();

-- Postings move the balances of their units and tell whose districts see the entry, all of a statement together and always in the same
-- order, so that two who book for the same units don't wait crosswise. As the owner (SECURITY DEFINER), so that nobody else writes balances.
CREATE FUNCTION ledger_posting_arrived() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT entry_id FROM arrived) n JOIN ledger_entry e ON e.id = n.entry_id
            WHERE e.postings < (SELECT count(*) FROM ledger_posting p WHERE p.entry_id = e.id)) THEN
        RAISE EXCEPTION 'nothing is added to an entry'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_ledger_posting_complete';
    END IF;
    INSERT INTO household_balance AS b (unit_id, account_id, balance)
        SELECT a.unit_id, e.account_id, -sum(a.amount)
          FROM arrived a JOIN ledger_entry e ON e.id = a.entry_id
         WHERE a.unit_id IS NOT NULL
         GROUP BY a.unit_id, e.account_id
         ORDER BY a.unit_id, e.account_id
        ON CONFLICT ON CONSTRAINT pk_household_balance DO UPDATE SET balance = b.balance + excluded.balance;
    INSERT INTO ledger_entry_area (entry_id, area_id)
        SELECT DISTINCT a.entry_id, u.area_id FROM arrived a JOIN unit u ON u.id = a.unit_id
        ON CONFLICT ON CONSTRAINT pk_ledger_entry_area DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER tg_ledger_posting_arrived AFTER INSERT ON ledger_posting
    REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION ledger_posting_arrived();

-- At the end of the transaction an entry is whole: it has its postings, together they are nothing, and what reverses another one is its
-- exact negative.
CREATE FUNCTION ledger_entry_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told  bigint;
    total numeric;
BEGIN
    SELECT count(*), coalesce(sum(amount), 0) INTO told, total FROM ledger_posting WHERE entry_id = NEW.id;
    IF told <> NEW.postings OR total <> 0 THEN
        RAISE EXCEPTION '% has % of % postings, which together are %', NEW.number, told, NEW.postings, total
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_ledger_entry_zero';
    END IF;
    IF NEW.reverses IS NOT NULL AND (NOT EXISTS (
            SELECT FROM ledger_entry e WHERE e.id = NEW.reverses AND e.reverses IS NULL
               AND (e.account_id, e.kind, e.postings) = (NEW.account_id, NEW.kind, NEW.postings))
        OR EXISTS (
            SELECT FROM ledger_posting p
              LEFT JOIN ledger_posting n ON n.entry_id = NEW.id AND n.place = p.place
             WHERE p.entry_id = NEW.reverses
               AND (n.part, n.unit_id, -n.amount) IS DISTINCT FROM (p.part, p.unit_id, p.amount))) THEN
        RAISE EXCEPTION '% is not the exact negative of what it reverses', NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_ledger_entry_reverses_exactly';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER tg_ledger_entry_whole AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_is_whole();

-- What came to a household and went from it: published to the other modules.
CREATE VIEW household_posting AS
    SELECT p.unit_id, e.account_id, e.number, p.place, e.kind, e.day, e.period, e.reference, e.posted_at, -p.amount AS amount,
           e.reverses IS NOT NULL AS reversal
      FROM ledger_posting p
      JOIN ledger_entry e ON e.id = p.entry_id
     WHERE p.unit_id IS NOT NULL;

-- What accounts began with, as it is booked: published to the other modules.
CREATE VIEW account_opening_booked AS
    SELECT e.account_id, e.number, p.amount
      FROM ledger_entry e
      JOIN ledger_posting p ON p.entry_id = e.id AND p.part = 'BANK'
     WHERE e.kind = 'ACCOUNT_OPENING';

-- What every entry moves, part by part: published to the other modules.
CREATE VIEW account_posting AS
    SELECT e.account_id, e.number, e.kind, e.day, e.period, e.reference, p.part, p.amount
      FROM ledger_posting p
      JOIN ledger_entry e ON e.id = p.entry_id;

-- Whether somebody booked something in a month or answered for it; for the trigger of the papers that only others may make.
CREATE FUNCTION ledger_booked_by(person uuid, of_month date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT EXISTS (SELECT FROM ledger_entry e WHERE e.period = $2 AND (e.maker = $1 OR e.checker = $1)) $$;
