-- 期初余额: what the units of an area have in the fund as of a day, taken over from the book that was kept before.

-- The sheet of an area: whose sum stands beside what was taken over. One at a time is on its way; those that are approved stay.
CREATE TABLE opening_sheet (
    id               uuid        NOT NULL,
    -- The area whose units it lists; goes along where that one is merged.
    area_id          uuid        NOT NULL,
    as_of            date        NOT NULL,
    -- 接收金额: what was taken over from the old book, in fen.
    taken_over       bigint      NOT NULL,
    -- Why the units together have another amount; empty where they don't.
    explanation      text        NOT NULL,
    state            text        NOT NULL,
    state_since      timestamptz NOT NULL,
    -- Who typed the day and the amounts above, and who changed anything of it last.
    made_by          uuid        NOT NULL,
    made_by_name     text        NOT NULL,
    changed_by       uuid        NOT NULL,
    changed_by_name  text        NOT NULL,
    changed_at       timestamptz NOT NULL,
    -- 复核: who compared it with the old book, and what it came to then: no line changes any more from there on.
    checked_by       uuid,
    checked_by_name  text,
    checked_at       timestamptz,
    units            integer,
    total            bigint,
    -- Who returned it last, and why; stays for whoever looks at it the next time.
    returned_by_name text,
    returned_at      timestamptz,
    return_reason    text        NOT NULL DEFAULT '',
    approved_by      uuid,
    approved_by_name text,
    approved_at      timestamptz,
    version          integer     NOT NULL,
    CONSTRAINT pk_opening_sheet PRIMARY KEY (id),
    CONSTRAINT fk_opening_sheet_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT ck_opening_sheet_state CHECK (state IN ('DRAFT', 'CHECKED', 'RETURNED', 'APPROVED')),
    CONSTRAINT ck_opening_sheet_taken_over CHECK (taken_over BETWEEN 0 AND 99999999999999),
    -- Whoever had a hand in it doesn't check it; lines: see opening_sheet_guard.
    CONSTRAINT ck_opening_sheet_two_people CHECK (checked_by <> made_by AND checked_by <> changed_by),
    CONSTRAINT ck_opening_sheet_three_people CHECK (
        approved_by <> made_by AND approved_by <> changed_by AND approved_by <> checked_by),
    CONSTRAINT ck_opening_sheet_checked CHECK (
        (state <> 'DRAFT') = (checked_at IS NOT NULL)
        AND num_nonnulls(checked_by, checked_by_name, checked_at, units, total) IN (0, 5) AND units > 0),
    CONSTRAINT ck_opening_sheet_returned CHECK (
        (state <> 'RETURNED' OR returned_at IS NOT NULL) AND (returned_at IS NOT NULL) = (return_reason <> '')
        AND num_nonnulls(returned_by_name, returned_at) IN (0, 2)),
    CONSTRAINT ck_opening_sheet_approved CHECK (
        (state = 'APPROVED') = (approved_at IS NOT NULL)
        AND num_nonnulls(approved_by, approved_by_name, approved_at) IN (0, 3)),
    -- A difference is explained before it goes on.
    CONSTRAINT ck_opening_sheet_explained CHECK (state = 'DRAFT' OR total = taken_over OR explanation <> ''),
    CONSTRAINT ck_opening_sheet_lengths CHECK (
        char_length(explanation) <= 500 AND char_length(return_reason) <= 500
        AND char_length(made_by_name) BETWEEN 1 AND 50 AND char_length(changed_by_name) BETWEEN 1 AND 50
        AND char_length(checked_by_name) BETWEEN 1 AND 50 AND char_length(returned_by_name) BETWEEN 1 AND 50
        AND char_length(approved_by_name) BETWEEN 1 AND 50)
);
CREATE UNIQUE INDEX uq_opening_sheet_underway ON opening_sheet (area_id) WHERE state <> 'APPROVED';
CREATE INDEX ix_opening_sheet_area ON opening_sheet (area_id, state_since);
-- The district's list: what waits longest comes first.
CREATE INDEX ix_opening_sheet_state ON opening_sheet (state, state_since, id);
CREATE INDEX ix_opening_sheet_since ON opening_sheet (state_since, id);

-- What one unit has: it is taken over once, whatever sheet it stands in.
CREATE TABLE opening_line (
    unit_id         uuid        NOT NULL,
    sheet_id        uuid        NOT NULL,
    -- 首期原值: what was paid in at the purchase, in fen; unknown of many old flats.
    original        bigint,
    balance         bigint      NOT NULL,
    entered_by      uuid        NOT NULL,
    entered_by_name text        NOT NULL,
    entered_at      timestamptz NOT NULL,
    version         integer     NOT NULL,
    CONSTRAINT pk_opening_line PRIMARY KEY (unit_id),
    CONSTRAINT fk_opening_line_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT fk_opening_line_sheet FOREIGN KEY (sheet_id) REFERENCES opening_sheet (id),
    CONSTRAINT ck_opening_line_original CHECK (original BETWEEN 1 AND 99999999999999),
    CONSTRAINT ck_opening_line_balance CHECK (balance BETWEEN 0 AND 99999999999999),
    CONSTRAINT ck_opening_line_entered_by_name CHECK (char_length(entered_by_name) BETWEEN 1 AND 50)
);
CREATE INDEX ix_opening_line_sheet ON opening_line (sheet_id);

-- Lines change in a draft only, and are about units of the sheet's area.
CREATE FUNCTION opening_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sheet opening_sheet;
BEGIN
    -- Locked: nobody checks it between this look and the end of the change.
    SELECT * INTO sheet FROM opening_sheet
        WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.sheet_id ELSE NEW.sheet_id END FOR SHARE;
    IF sheet.state <> 'DRAFT' OR TG_OP = 'UPDATE' AND (NEW.unit_id, NEW.sheet_id) <> (OLD.unit_id, OLD.sheet_id) THEN
        RAISE EXCEPTION 'lines of opening balances that are % stay', sheet.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_opening_line_draft';
    END IF;
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM unit WHERE id = NEW.unit_id AND area_id = sheet.area_id) THEN
        RAISE EXCEPTION 'the unit is of another area' USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_opening_line_area';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER tg_opening_line_guard BEFORE INSERT OR UPDATE OR DELETE ON opening_line
    FOR EACH ROW EXECUTE FUNCTION opening_line_guard();

-- States follow one another as unit.OpeningState says; what is approved stays, but for the area that it goes along with.
CREATE FUNCTION opening_sheet_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'APPROVED' AND (TG_OP = 'DELETE'
            OR to_jsonb(NEW) - '{area_id,version}'::text[] <> to_jsonb(OLD) - '{area_id,version}'::text[]) THEN
        RAISE EXCEPTION 'approved opening balances stay'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_opening_sheet_approved_stays';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('DRAFT', 'CHECKED'), ('CHECKED', 'APPROVED'), ('CHECKED', 'RETURNED'), ('RETURNED', 'DRAFT')) THEN
        RAISE EXCEPTION 'opening balances don''t go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_opening_sheet_next_state';
    END IF;
    IF OLD.state = 'DRAFT' AND NEW.state = 'CHECKED' THEN
        IF EXISTS (SELECT FROM opening_line WHERE sheet_id = NEW.id AND entered_by = NEW.checked_by) THEN
            RAISE EXCEPTION 'who entered a line checks none'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_opening_sheet_two_people';
        END IF;
        IF NOT EXISTS (SELECT FROM opening_line WHERE sheet_id = NEW.id
                HAVING count(*) = NEW.units AND sum(balance) = NEW.total) THEN
            RAISE EXCEPTION 'the sum is that of the lines'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_opening_sheet_total';
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_opening_sheet_guard BEFORE UPDATE OR DELETE ON opening_sheet
    FOR EACH ROW EXECUTE FUNCTION opening_sheet_guard();

-- What units have from the beginning, once the district has approved it: published to the other modules.
CREATE VIEW unit_opening_balance AS
    SELECT l.unit_id, l.original, l.balance, s.as_of, l.sheet_id
    FROM opening_line l JOIN opening_sheet s ON s.id = l.sheet_id WHERE s.state = 'APPROVED';

-- The sheets that are approved, with who answers for them: published to the other modules.
CREATE VIEW approved_opening AS
    SELECT id AS sheet_id, area_id, as_of, made_by, made_by_name, approved_by, approved_by_name, total, units
    FROM opening_sheet WHERE state = 'APPROVED';
