-- 银行: how statements are read, what was kept of them, and what each line is.

-- 流水模板. A change is a next edition; what was read by an earlier one keeps that.
CREATE TABLE statement_template (
    id           uuid        NOT NULL,
    name         text        NOT NULL,
    edition      integer     NOT NULL,
    -- bank.template.StatementLayout.
    layout       jsonb       NOT NULL,
    made_at      timestamptz NOT NULL,
    -- Nobody where it comes with the system.
    made_by      uuid,
    made_by_name text,
    CONSTRAINT pk_statement_template PRIMARY KEY (id),
    CONSTRAINT uq_statement_template_edition UNIQUE (name, edition),
    CONSTRAINT ck_statement_template_edition CHECK (edition > 0),
    CONSTRAINT ck_statement_template_made_by CHECK ((made_by IS NULL) = (made_by_name IS NULL)),
    CONSTRAINT ck_statement_template_lengths CHECK (
        char_length(name) BETWEEN 1 AND 40 AND char_length(made_by_name) BETWEEN 1 AND 50)
);

CREATE FUNCTION statement_template_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an edition of a template is never changed: %', OLD.name
        USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_statement_template_unchanged';
END $$;

CREATE TRIGGER tg_statement_template_unchanged BEFORE UPDATE OR DELETE ON statement_template
    FOR EACH ROW EXECUTE FUNCTION statement_template_refuse_change();

INSERT INTO statement_template (id, name, edition, layout, made_at) VALUES
    ('019ac000-0000-7000-8000-000000000001', '中国银行', 1, '{
      "headers": {
        "DAY": ["交易日期"],
        "TIME": ["交易时间"],
        "SERIAL": ["交易流水号"],
        "AMOUNT": ["交易金额"],
        "BALANCE": ["交易后余额"],
        "PAYER": ["付款人名称"],
        "PAYER_ACCOUNT": ["付款人账号"],
        "PAYEE": ["收款人名称"],
        "PAYEE_ACCOUNT": ["收款人账号"],
        "TEXT": ["摘要", "用途", "交易附言", "备注"]},
      "sign": "SIGNED",
      "account": "ABOVE",
      "accountLabels": ["查询账号", "账号"],
      "dates": ["uuuuMMdd", "uuuu-M-d", "uuuu/M/d"],
      "incomeWords": [],
      "expenseWords": []}', '2026-12-01 00:00+08'),
    ('019ac000-0000-7000-8000-000000000002', '建设银行', 1, '{
      "headers": {
        "ACCOUNT": ["账号"],
        "DAY": ["交易时间"],
        "SERIAL": ["账户明细编号-交易流水号", "交易流水号"],
        "EXPENSE": ["借方发生额（支取）", "借方发生额"],
        "INCOME": ["贷方发生额（收入）", "贷方发生额"],
        "BALANCE": ["余额"],
        "COUNTERPARTY": ["对方户名"],
        "COUNTERPARTY_ACCOUNT": ["对方账号"],
        "TEXT": ["摘要", "备注"]},
      "sign": "TWO_COLUMNS",
      "account": "COLUMN",
      "accountLabels": [],
      "dates": ["uuuuMMdd H:mm:ss", "uuuu-M-d H:mm:ss", "uuuuMMdd", "uuuu-M-d"],
      "incomeWords": [],
      "expenseWords": []}', '2026-12-01 00:00+08'),
    ('019ac000-0000-7000-8000-000000000003', '工商银行', 1, '{
      "headers": {
        "ACCOUNT": ["本方账号"],
        "DAY": ["交易时间", "交易日期"],
        "SERIAL": ["交易流水号", "流水号"],
        "DIRECTION": ["借/贷", "借贷标志"],
        "AMOUNT": ["发生额", "交易金额"],
        "BALANCE": ["余额"],
        "COUNTERPARTY": ["对方单位名称", "对方户名"],
        "COUNTERPARTY_ACCOUNT": ["对方账号"],
        "TEXT": ["摘要", "用途", "附言", "个性化信息"]},
      "sign": "DIRECTION",
      "account": "COLUMN",
      "accountLabels": [],
      "dates": ["uuuu-M-d H:mm:ss", "uuuu-M-d-HH.mm.ss", "uuuu-M-d", "uuuuMMdd"],
      "incomeWords": ["贷", "贷方"],
      "expenseWords": ["借", "借方"]}', '2026-12-01 00:00+08'),
    ('019ac000-0000-7000-8000-000000000004', '农业银行', 1, '{
      "headers": {
        "DAY": ["交易时间", "交易日期"],
        "SERIAL": ["日志号", "交易流水号"],
        "DIRECTION": ["收/付", "收支标志", "收付标志"],
        "AMOUNT": ["交易金额"],
        "BALANCE": ["账户余额", "本次余额"],
        "COUNTERPARTY": ["对方户名", "对方账户名称"],
        "COUNTERPARTY_ACCOUNT": ["对方账号"],
        "TEXT": ["交易用途", "交易摘要", "摘要", "附言"]},
      "sign": "DIRECTION",
      "account": "ABOVE",
      "accountLabels": ["账号", "账户"],
      "dates": ["uuuu-M-d H:mm:ss", "uuuuMMdd", "uuuu-M-d"],
      "incomeWords": ["收", "收入"],
      "expenseWords": ["付", "支出"]}', '2026-12-01 00:00+08'),
    ('019ac000-0000-7000-8000-000000000005', '招商银行', 1, '{
      "headers": {
        "DAY": ["交易日", "交易日期"],
        "TIME": ["交易时间"],
        "SERIAL": ["流水号"],
        "EXPENSE": ["借方金额"],
        "INCOME": ["贷方金额"],
        "BALANCE": ["余额"],
        "COUNTERPARTY": ["收(付)方名称", "收/付方名称"],
        "COUNTERPARTY_ACCOUNT": ["收(付)方账号", "收/付方账号"],
        "TEXT": ["摘要", "用途", "业务摘要", "其它摘要"]},
      "sign": "TWO_COLUMNS",
      "account": "ABOVE",
      "accountLabels": ["账号", "户口号"],
      "dates": ["uuuuMMdd", "uuuu-M-d", "uuuu/M/d"],
      "incomeWords": [],
      "expenseWords": []}', '2026-12-01 00:00+08');

-- 流水导入: a file that was read and found right, to be confirmed. What its lines are goes when it is confirmed or given up.
CREATE TABLE bank_import (
    id                uuid        NOT NULL,
    account_id        uuid        NOT NULL,
    template_id       uuid        NOT NULL,
    filename          text        NOT NULL,
    sha256            text        NOT NULL,
    state             text        NOT NULL,
    -- Those of its lines that are new, the oldest first, as bank.statement.ImportedLines writes them.
    lines             jsonb,
    line_count        integer     NOT NULL,
    -- How many of them, from the first on, were kept before.
    known_count       integer     NOT NULL,
    -- The last line of the account that it goes on from, 0 where it is the first: what was shown holds as long as that is the last.
    after_sequence    bigint      NOT NULL,
    -- Of those that are new.
    income            bigint      NOT NULL,
    expense           bigint      NOT NULL,
    first_day         date        NOT NULL,
    last_day          date        NOT NULL,
    -- What the account had before the first that is new, and behind the last.
    opening           bigint      NOT NULL,
    closing           bigint      NOT NULL,
    unused_rows       text        NOT NULL,
    uploaded_at       timestamptz NOT NULL,
    uploaded_by       uuid        NOT NULL,
    uploaded_by_name  text        NOT NULL,
    decided_at        timestamptz,
    decided_by        uuid,
    decided_by_name   text,
    CONSTRAINT pk_bank_import PRIMARY KEY (id),
    CONSTRAINT fk_bank_import_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT fk_bank_import_template FOREIGN KEY (template_id) REFERENCES statement_template (id),
    CONSTRAINT ck_bank_import_state CHECK (state IN ('READ', 'CONFIRMED', 'DISCARDED')),
    CONSTRAINT ck_bank_import_lines CHECK ((lines IS NOT NULL) = (state = 'READ')),
    CONSTRAINT ck_bank_import_sums CHECK (opening + income - expense = closing AND income >= 0 AND expense >= 0),
    CONSTRAINT ck_bank_import_counts CHECK (line_count > 0 AND known_count BETWEEN 0 AND line_count),
    CONSTRAINT ck_bank_import_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_bank_import_decided CHECK (
        (decided_at IS NOT NULL) = (state <> 'READ') AND (decided_by IS NOT NULL) = (state <> 'READ')
        AND (decided_by_name IS NOT NULL) = (state <> 'READ')),
    CONSTRAINT ck_bank_import_lengths CHECK (
        char_length(filename) BETWEEN 1 AND 200 AND char_length(unused_rows) <= 500
        AND char_length(uploaded_by_name) BETWEEN 1 AND 50 AND char_length(decided_by_name) BETWEEN 1 AND 50)
);

-- The same file is kept once.
CREATE UNIQUE INDEX uq_bank_import_file ON bank_import (account_id, sha256) WHERE state = 'CONFIRMED';
CREATE INDEX ix_bank_import_latest ON bank_import (uploaded_at DESC);
CREATE INDEX ix_bank_import_account ON bank_import (account_id, uploaded_at DESC);

-- 银行流水. What a line says never changes; what it is, is decided later.
CREATE TABLE bank_line (
    id                   uuid    NOT NULL,
    account_id           uuid    NOT NULL,
    -- Its place in the chain of the account, from 1 on.
    sequence             bigint  NOT NULL,
    import_id            uuid    NOT NULL,
    file_row             integer NOT NULL,
    day                  date    NOT NULL,
    "time"               time,
    serial               text,
    -- In fen; less than nothing for what went out.
    amount               bigint  NOT NULL,
    -- What the account had before it, and after it.
    before               bigint  NOT NULL,
    balance              bigint  NOT NULL,
    counterparty         text    NOT NULL,
    counterparty_account text    NOT NULL,
    text                 text    NOT NULL,
    twin                 integer NOT NULL,
    -- Numbers of slips that its text names, however they are written there.
    slip_numbers         text[]  NOT NULL,
    kind                 text    NOT NULL,
    state                text    NOT NULL,
    CONSTRAINT pk_bank_line PRIMARY KEY (id),
    CONSTRAINT uq_bank_line_sequence UNIQUE (account_id, sequence),
    CONSTRAINT fk_bank_line_account FOREIGN KEY (account_id) REFERENCES fund_account (id),
    CONSTRAINT fk_bank_line_import FOREIGN KEY (import_id) REFERENCES bank_import (id),
    CONSTRAINT ck_bank_line_amount CHECK (amount <> 0),
    CONSTRAINT ck_bank_line_balance CHECK (before + amount = balance),
    CONSTRAINT ck_bank_line_kind CHECK (kind IN ('PENDING', 'REMITTANCE', 'OWNER_PAYMENT', 'FIRST_DEPOSIT', 'INTEREST', 'FEE',
        'RETURNED', 'WITHDRAWAL', 'MISTAKEN')),
    CONSTRAINT ck_bank_line_state CHECK (state IN ('OPEN', 'PROPOSED', 'SETTLED') AND (state = 'OPEN') = (kind = 'PENDING')),
    CONSTRAINT ck_bank_line_kind_way CHECK (
        CASE kind WHEN 'FEE' THEN amount < 0 WHEN 'WITHDRAWAL' THEN amount < 0
            WHEN 'PENDING' THEN true WHEN 'RETURNED' THEN true ELSE amount > 0 END),
    CONSTRAINT ck_bank_line_lengths CHECK (
        char_length(serial) BETWEEN 1 AND 200 AND char_length(counterparty) <= 200
        AND char_length(counterparty_account) <= 200 AND char_length(text) <= 1000)
);

-- The same line is kept once: by the bank's serial, else by all that tells it from its neighbours.
CREATE UNIQUE INDEX uq_bank_line_serial ON bank_line (account_id, serial) WHERE serial IS NOT NULL;
CREATE UNIQUE INDEX uq_bank_line_content ON bank_line (account_id, day, amount, balance, counterparty, twin)
    WHERE serial IS NULL;
CREATE INDEX ix_bank_line_day ON bank_line (account_id, day, sequence);
CREATE INDEX ix_bank_line_state ON bank_line (state, day, id) WHERE state <> 'SETTLED';
CREATE INDEX ix_bank_line_listed ON bank_line (day, id);
-- Which line another one sends back.
CREATE INDEX ix_bank_line_amount ON bank_line (account_id, amount, sequence);
CREATE INDEX ix_bank_line_import ON bank_line (import_id, sequence);

-- Each line goes on where the one before it ended, the first one where the account began.
CREATE FUNCTION bank_line_refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    broken bigint;
BEGIN
    SELECT n.sequence INTO broken FROM added n
        LEFT JOIN bank_line p ON p.account_id = n.account_id AND p.sequence = n.sequence - 1
        JOIN fund_account a ON a.id = n.account_id
        WHERE n.before IS DISTINCT FROM CASE WHEN n.sequence = 1 THEN a.opening_balance ELSE p.balance END LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'line % does not go on where the one before it ended', broken
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_bank_line_chained';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER tg_bank_line_chained AFTER INSERT ON bank_line REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION bank_line_refuse_gap();

CREATE FUNCTION bank_line_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a line of the bank is never changed: % of % refused', TG_OP, OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_bank_line_unchanged';
END $$;

CREATE TRIGGER tg_bank_line_unchanged BEFORE UPDATE OF id, account_id, sequence, import_id, file_row, day, "time", serial, amount, before,
        balance, counterparty, counterparty_account, text, twin, slip_numbers ON bank_line
    FOR EACH ROW EXECUTE FUNCTION bank_line_refuse_change();
CREATE TRIGGER tg_bank_line_kept BEFORE DELETE ON bank_line
    FOR EACH ROW EXECUTE FUNCTION bank_line_refuse_change();

-- What a line is: proposed by the system or a person, decided by another one.
CREATE TABLE bank_assignment (
    id               uuid        NOT NULL,
    line_id          uuid        NOT NULL,
    kind             text        NOT NULL,
    basis            text        NOT NULL,
    state            text        NOT NULL,
    -- Whose 分户账 an owner's own transfer comes to, and which months it names; none: the earliest open ones.
    unit_id          uuid,
    months           date[]      NOT NULL DEFAULT '{}',
    -- The line whose money it sends back.
    returns_line_id  uuid,
    note             text        NOT NULL,
    -- What was booked by it.
    entry            text,
    proposed_at      timestamptz NOT NULL,
    -- Nobody where the system did.
    proposed_by      uuid,
    proposed_by_name text,
    decided_at       timestamptz,
    decided_by       uuid,
    decided_by_name  text,
    -- 申请撤销: what is booked is taken back by two people, too.
    undo_asked_at    timestamptz,
    undo_asked_by    uuid,
    undo_asked_by_name text,
    undo_asked_reason text,
    undone_at        timestamptz,
    undone_by        uuid,
    undone_by_name   text,
    undone_reason    text,
    CONSTRAINT pk_bank_assignment PRIMARY KEY (id),
    CONSTRAINT fk_bank_assignment_line FOREIGN KEY (line_id) REFERENCES bank_line (id),
    CONSTRAINT fk_bank_assignment_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT fk_bank_assignment_returns FOREIGN KEY (returns_line_id) REFERENCES bank_line (id),
    CONSTRAINT ck_bank_assignment_kind CHECK (kind IN ('REMITTANCE', 'OWNER_PAYMENT', 'FIRST_DEPOSIT', 'INTEREST', 'FEE', 'RETURNED',
        'WITHDRAWAL', 'MISTAKEN')),
    CONSTRAINT ck_bank_assignment_basis CHECK (basis IN ('NUMBER', 'PART', 'PAYER', 'COMBINATION', 'PERSON')),
    CONSTRAINT ck_bank_assignment_by_system CHECK (
        (basis <> 'PERSON') = (proposed_by IS NULL) AND (proposed_by IS NULL) = (proposed_by_name IS NULL)
        AND (basis = 'PERSON' OR kind = 'REMITTANCE')),
    CONSTRAINT ck_bank_assignment_state CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED', 'UNDONE')),
    CONSTRAINT ck_bank_assignment_decided CHECK (
        (decided_by IS NOT NULL) = (state <> 'PROPOSED') AND (decided_at IS NULL) = (decided_by IS NULL)
        AND (decided_by_name IS NULL) = (decided_by IS NULL)),
    CONSTRAINT ck_bank_assignment_undone CHECK (
        (undone_by IS NOT NULL) = (state = 'UNDONE') AND (undone_at IS NULL) = (undone_by IS NULL)
        AND (undone_by_name IS NULL) = (undone_by IS NULL) AND (undone_reason IS NULL) = (undone_by IS NULL)),
    -- Whoever proposed it may give it up, and not confirm it.
    CONSTRAINT ck_bank_assignment_two_people CHECK (state IN ('PROPOSED', 'REJECTED') OR decided_by <> proposed_by),
    CONSTRAINT ck_bank_assignment_unit CHECK ((unit_id IS NOT NULL) = (kind = 'OWNER_PAYMENT')),
    CONSTRAINT ck_bank_assignment_months CHECK (kind = 'OWNER_PAYMENT' OR months = '{}'),
    -- Of what was booked by two people, and neither by who asked.
    CONSTRAINT ck_bank_assignment_undo_asked CHECK (
        num_nonnulls(undo_asked_at, undo_asked_by, undo_asked_by_name, undo_asked_reason) IN (0, 4)
        AND (undo_asked_by IS NULL OR entry IS NOT NULL AND state IN ('CONFIRMED', 'UNDONE'))),
    CONSTRAINT ck_bank_assignment_undo_two_people CHECK (undone_by <> undo_asked_by),
    CONSTRAINT ck_bank_assignment_returns CHECK ((returns_line_id IS NOT NULL) = (kind = 'RETURNED')),
    CONSTRAINT ck_bank_assignment_lengths CHECK (
        char_length(note) <= 200 AND char_length(proposed_by_name) BETWEEN 1 AND 50
        AND char_length(decided_by_name) BETWEEN 1 AND 50 AND char_length(undone_by_name) BETWEEN 1 AND 50
        AND char_length(undone_reason) BETWEEN 2 AND 200 AND char_length(undo_asked_by_name) BETWEEN 1 AND 50
        AND char_length(undo_asked_reason) BETWEEN 2 AND 200)
);

-- A line is one thing at a time, and is sent back once.
CREATE UNIQUE INDEX uq_bank_assignment_live ON bank_assignment (line_id) WHERE state IN ('PROPOSED', 'CONFIRMED');
CREATE UNIQUE INDEX uq_bank_assignment_returned ON bank_assignment (returns_line_id)
    WHERE returns_line_id IS NOT NULL AND state IN ('PROPOSED', 'CONFIRMED');
CREATE INDEX ix_bank_assignment_line ON bank_assignment (line_id, proposed_at);
-- What somebody asked to take back.
CREATE INDEX ix_bank_assignment_undo_asked ON bank_assignment (line_id) WHERE state = 'CONFIRMED' AND undo_asked_at IS NOT NULL;

CREATE FUNCTION bank_assignment_refuse_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state, NEW.state) NOT IN (('PROPOSED', 'CONFIRMED'), ('PROPOSED', 'REJECTED'), ('CONFIRMED', 'UNDONE')) THEN
        RAISE EXCEPTION 'no assignment goes from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_bank_assignment_step';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_bank_assignment_step BEFORE UPDATE OF state ON bank_assignment
    FOR EACH ROW EXECUTE FUNCTION bank_assignment_refuse_step();

-- How much of a line pays which slip.
CREATE TABLE bank_assignment_slip (
    assignment_id uuid   NOT NULL,
    slip_id       uuid   NOT NULL,
    amount        bigint NOT NULL,
    CONSTRAINT pk_bank_assignment_slip PRIMARY KEY (assignment_id, slip_id),
    CONSTRAINT fk_bank_assignment_slip_assignment FOREIGN KEY (assignment_id) REFERENCES bank_assignment (id),
    CONSTRAINT fk_bank_assignment_slip_slip FOREIGN KEY (slip_id) REFERENCES remittance_slip (id),
    CONSTRAINT ck_bank_assignment_slip_amount CHECK (amount > 0)
);

CREATE INDEX ix_bank_assignment_slip_slip ON bank_assignment_slip (slip_id);

-- 首期归集: how much of a line comes to which household.
CREATE TABLE bank_assignment_unit (
    assignment_id uuid   NOT NULL,
    unit_id       uuid   NOT NULL,
    amount        bigint NOT NULL,
    CONSTRAINT pk_bank_assignment_unit PRIMARY KEY (assignment_id, unit_id),
    CONSTRAINT fk_bank_assignment_unit_assignment FOREIGN KEY (assignment_id) REFERENCES bank_assignment (id),
    CONSTRAINT fk_bank_assignment_unit_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT ck_bank_assignment_unit_amount CHECK (amount > 0)
);

-- Only all of a line is confirmed.
CREATE FUNCTION bank_assignment_units_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT coalesce(sum(u.amount), 0) FROM bank_assignment_unit u WHERE u.assignment_id = NEW.id)
        IS DISTINCT FROM (SELECT l.amount FROM bank_line l WHERE l.id = NEW.line_id) THEN
        RAISE EXCEPTION 'the households of % don''t come to its line', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_bank_assignment_units_sum';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_bank_assignment_units_sum BEFORE UPDATE OF state ON bank_assignment
    FOR EACH ROW WHEN (NEW.state = 'CONFIRMED' AND NEW.kind = 'FIRST_DEPOSIT') EXECUTE FUNCTION bank_assignment_units_refuse();

-- From which accounts a company pays: learned from what people confirmed, or told by one person and confirmed by another. Matching uses
-- what is confirmed.
CREATE TABLE payer_account (
    company_id uuid        NOT NULL,
    number     text        NOT NULL,
    name       text        NOT NULL,
    learned_at timestamptz NOT NULL,
    confirmed  boolean     NOT NULL DEFAULT true,
    -- Nobody where it was learned.
    proposed_by      uuid,
    proposed_by_name text,
    decided_by       uuid,
    decided_by_name  text,
    CONSTRAINT pk_payer_account PRIMARY KEY (company_id, number),
    CONSTRAINT fk_payer_account_company FOREIGN KEY (company_id) REFERENCES organisation (id),
    CONSTRAINT ck_payer_account_two_people CHECK (decided_by <> proposed_by),
    CONSTRAINT ck_payer_account_confirmed CHECK (
        num_nonnulls(proposed_by, proposed_by_name) IN (0, 2) AND num_nonnulls(decided_by, decided_by_name) IN (0, 2)
        AND confirmed = (proposed_by IS NULL OR decided_by IS NOT NULL)),
    CONSTRAINT ck_payer_account_lengths CHECK (
        char_length(number) BETWEEN 4 AND 200 AND char_length(name) <= 200
        AND char_length(proposed_by_name) BETWEEN 1 AND 50 AND char_length(decided_by_name) BETWEEN 1 AND 50)
);

CREATE INDEX ix_payer_account_number ON payer_account (number);
-- What waits for a second person.
CREATE INDEX ix_payer_account_told ON payer_account (company_id) WHERE NOT confirmed;

-- A sample that somebody makes a template of; gone after a day.
CREATE TABLE statement_sample (
    id       uuid        NOT NULL,
    filename text        NOT NULL,
    -- The first rows of the file: bank.template.StatementSample.
    content  jsonb       NOT NULL,
    made_at  timestamptz NOT NULL,
    made_by  uuid        NOT NULL,
    CONSTRAINT pk_statement_sample PRIMARY KEY (id),
    CONSTRAINT ck_statement_sample_filename CHECK (char_length(filename) BETWEEN 1 AND 200)
);

CREATE INDEX ix_statement_sample_made_at ON statement_sample (made_at);

-- Lines as the closing of a month asks for them: published to the other modules. entry: by which it left 待清分, where that was one entry of its
-- own; a line that pays slips leaves it with them.
CREATE VIEW bank_line_told AS
    SELECT l.id, l.account_id, l.sequence, l.day, l.amount, l.balance, coalesce(l.serial, '') AS serial, l.counterparty, l.text, l.kind,
           l.state, a.id AS assignment_id, a.basis, a.entry, coalesce(a.returns_line_id, r.line_id) AS other_line_id
      FROM bank_line l
      LEFT JOIN bank_assignment a ON a.line_id = l.id AND a.state = 'CONFIRMED'
      LEFT JOIN bank_assignment r ON r.returns_line_id = l.id AND r.state = 'CONFIRMED';

-- Which slips a line pays: published to the other modules.
CREATE VIEW bank_line_slip AS
    SELECT a.line_id, x.slip_id, x.amount
      FROM bank_assignment_slip x
      JOIN bank_assignment a ON a.id = x.assignment_id AND a.state = 'CONFIRMED';
