-- 专户: the bank accounts that the fund's money lies in, and which area's money lies in which of them.
CREATE TABLE fund_account (
    id               uuid        NOT NULL,
    -- 开户银行, with its branch.
    bank             text        NOT NULL,
    -- 户名.
    name             text        NOT NULL,
    -- 账号: digits alone, whatever stood between them.
    number           text        NOT NULL,
    -- Who keeps it: 统管 the centre, 独立 an owners' committee, 共管 both.
    custody          text        NOT NULL,
    -- What lay in it at the end of that day, in fen, from the bank's own paper.
    opening_balance  bigint      NOT NULL,
    opening_day      date        NOT NULL,
    state            text        NOT NULL,
    -- Who told all this last.
    proposed_by      uuid        NOT NULL,
    proposed_by_name text        NOT NULL,
    proposed_at      timestamptz NOT NULL,
    -- Who compared it with the bank's paper.
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    return_reason    text        NOT NULL DEFAULT '',
    version          integer     NOT NULL,
    CONSTRAINT pk_fund_account PRIMARY KEY (id),
    CONSTRAINT uq_fund_account_number UNIQUE (number),
    CONSTRAINT ck_fund_account_number CHECK (number ~ '^[0-9]{8,32}$'),
    CONSTRAINT ck_fund_account_custody CHECK (custody IN ('UNIFIED', 'INDEPENDENT', 'SHARED')),
    CONSTRAINT ck_fund_account_opening_balance CHECK (opening_balance BETWEEN 0 AND 99999999999999),
    CONSTRAINT ck_fund_account_opening_day CHECK (opening_day <= (proposed_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT ck_fund_account_state CHECK (state IN ('PROPOSED', 'RETURNED', 'CONFIRMED')),
    CONSTRAINT ck_fund_account_decided CHECK (
        num_nonnulls(decided_by, decided_by_name, decided_at) = CASE state WHEN 'PROPOSED' THEN 0 ELSE 3 END),
    CONSTRAINT ck_fund_account_returned CHECK ((state = 'RETURNED') = (return_reason <> '')),
    CONSTRAINT ck_fund_account_two_people CHECK (decided_by <> proposed_by),
    CONSTRAINT ck_fund_account_lengths CHECK (
        char_length(bank) BETWEEN 2 AND 100 AND char_length(name) BETWEEN 2 AND 100 AND char_length(return_reason) <= 200
        AND char_length(proposed_by_name) BETWEEN 1 AND 50 AND char_length(decided_by_name) BETWEEN 1 AND 50)
);

-- States follow one another as fundaccount.FundAccountState says; what is confirmed stays, for the books begin with it.
CREATE FUNCTION fund_account_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'CONFIRMED' THEN
        RAISE EXCEPTION 'a confirmed account stays: % refused', TG_OP
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_fund_account_confirmed_stays';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('PROPOSED', 'CONFIRMED'), ('PROPOSED', 'RETURNED'), ('RETURNED', 'PROPOSED')) THEN
        RAISE EXCEPTION 'an account doesn''t go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_fund_account_next_state';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_fund_account_guard BEFORE UPDATE OR DELETE ON fund_account
    FOR EACH ROW EXECUTE FUNCTION fund_account_guard();

-- Whether something may be booked into an account; for the trigger of the entries.
CREATE FUNCTION fund_account_is_confirmed(account uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT EXISTS (SELECT FROM fund_account a WHERE a.id = $1 AND a.state = 'CONFIRMED') $$;

-- Which account an area's money lies in, from the first of a month on.
CREATE TABLE fund_account_area (
    id               uuid        NOT NULL,
    area_id          uuid        NOT NULL,
    account_id       uuid        NOT NULL,
    valid_from       date        NOT NULL,
    -- The last day of a month; null while it goes on.
    valid_to         date,
    validity         daterange   GENERATED ALWAYS AS (daterange(valid_from, valid_to + 1)) STORED,
    assigned_by      uuid        NOT NULL,
    assigned_by_name text        NOT NULL,
    assigned_at      timestamptz NOT NULL,
    CONSTRAINT pk_fund_account_area PRIMARY KEY (id),
    CONSTRAINT fk_fund_account_area_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_fund_account_area_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT ck_fund_account_area_months CHECK (
        extract(day FROM valid_from) = 1 AND extract(day FROM valid_to + 1) = 1 AND valid_to > valid_from),
    CONSTRAINT ck_fund_account_area_assigned_by_name CHECK (char_length(assigned_by_name) BETWEEN 1 AND 50),
    -- An area's money lies in one account at any moment.
    CONSTRAINT ex_fund_account_area_one EXCLUDE USING gist (area_id WITH =, validity WITH &&)
);
CREATE INDEX ix_fund_account_area_account ON fund_account_area (account_id, area_id);

-- Confirmed accounts, as papers and lists call them: published to the other modules.
CREATE VIEW named_fund_account AS
    SELECT id, bank, name, number FROM fund_account WHERE state = 'CONFIRMED';

-- Which account an area's money lies in, and when: published to the other modules.
CREATE VIEW area_kept_in AS
    SELECT area_id, account_id, valid_from, valid_to, validity FROM fund_account_area;
