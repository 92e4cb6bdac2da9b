-- 证明: papers that are shown to others (缴款证明, 余额证明, 分户账对账单), each with what it says on its day. Whoever is shown one asks
-- by its number and 校验码 whether it is real, and whether it still holds. The code is kept nowhere: it is a signature of number and
-- content by a key of the servers' own.
CREATE TABLE issued_paper (
    number            text        NOT NULL,
    kind              text        NOT NULL,
    unit_id           uuid        NOT NULL,
    -- 收款编号 of the payment that it proves.
    receipt           text,
    -- What it is about: a statement from its first day to its last, a balance at its last.
    first_day         date,
    last_day          date        NOT NULL,
    -- What was paid, or the balance at the last day, in fen.
    amount            bigint      NOT NULL,
    -- JSON of PaperContent, letter by letter as it was signed.
    content           text        NOT NULL,
    issued_at         timestamptz NOT NULL,
    -- Null where the household printed it itself.
    issued_by         uuid,
    issued_by_name    text,
    organisation_id   uuid,
    organisation_name text,
    CONSTRAINT pk_issued_paper PRIMARY KEY (number),
    CONSTRAINT fk_issued_paper_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT fk_issued_paper_receipt FOREIGN KEY (receipt) REFERENCES receipt (number),
    CONSTRAINT ck_issued_paper_number CHECK (number ~ '^ZM[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_issued_paper_kind CHECK (kind IN ('PAYMENT_PROOF', 'BALANCE', 'STATEMENT')),
    CONSTRAINT ck_issued_paper_receipt CHECK ((receipt IS NOT NULL) = (kind = 'PAYMENT_PROOF')),
    CONSTRAINT ck_issued_paper_first_day CHECK ((first_day IS NOT NULL) = (kind = 'STATEMENT') AND first_day <= last_day),
    CONSTRAINT ck_issued_paper_last_day CHECK (last_day <= (issued_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT ck_issued_paper_issued_by CHECK (
        (issued_by IS NULL) = (issued_by_name IS NULL) AND (issued_by IS NULL) = (organisation_id IS NULL)
        AND (issued_by IS NULL) = (organisation_name IS NULL)),
    CONSTRAINT ck_issued_paper_issued_by_name CHECK (char_length(issued_by_name) BETWEEN 1 AND 50)
);

-- The same said again by the same organisation is the same paper: a second click, or a second print, makes no other number.
CREATE UNIQUE INDEX uq_issued_paper_same ON issued_paper (unit_id, kind, organisation_id, md5(content)) NULLS NOT DISTINCT;
-- Those of a unit, the latest first.
CREATE INDEX ix_issued_paper_unit ON issued_paper (unit_id, issued_at DESC);
-- Those of a payment.
CREATE INDEX ix_issued_paper_receipt ON issued_paper (receipt) WHERE receipt IS NOT NULL;

CREATE FUNCTION issued_paper_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an issued paper is never changed: % of % refused', TG_OP, OLD.number
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_issued_paper_unchanged';
END $$;

CREATE TRIGGER tg_issued_paper_unchanged BEFORE UPDATE OR DELETE ON issued_paper
    FOR EACH ROW EXECUTE FUNCTION issued_paper_refuse_change();
