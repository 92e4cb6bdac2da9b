-- 收取公示: what came in, went out and is there of an area's money in a month (住宅专项维修资金管理办法 第三十条), and how far its collection is.
-- Sums, and the doors of which something is open where the city lets them be told; nobody's name. Frozen when it is published; the committee confirms it or objects, and an objection is answered.
CREATE TABLE publication (
    -- As it was called then: units go where areas are merged, publications stay.
    area_id            uuid        NOT NULL,
    month              date        NOT NULL,
    -- Of the books: what was there before, what was taken over from the book kept before, 交存, 使用, 增值, 结存.
    opening            bigint      NOT NULL,
    taken_over         bigint      NOT NULL,
    paid_in            bigint      NOT NULL,
    spent              bigint      NOT NULL,
    earned             bigint      NOT NULL,
    closing            bigint      NOT NULL,
    -- The bills of the month, and what of them is paid; what was received in the month, and what of that is in the bank.
    households         integer     NOT NULL,
    settled_households integer     NOT NULL,
    billed             bigint      NOT NULL,
    settled            bigint      NOT NULL,
    received           bigint      NOT NULL,
    remitted           bigint      NOT NULL,
    -- Whether doors are told.
    doors              boolean     NOT NULL,
    state              text        NOT NULL,
    published_at       timestamptz NOT NULL,
    published_by       uuid        NOT NULL,
    published_by_name  text        NOT NULL,
    organisation_name  text        NOT NULL,
    confirmed_at       timestamptz,
    confirmed_by       uuid,
    confirmed_by_name  text,
    version            integer     NOT NULL,
    CONSTRAINT pk_publication PRIMARY KEY (area_id, month),
    CONSTRAINT fk_publication_area FOREIGN KEY (area_id) REFERENCES area (id),
    -- A month that is over.
    CONSTRAINT ck_publication_month CHECK (
        extract(day FROM month) = 1 AND month + interval '1 month' <= published_at AT TIME ZONE 'Asia/Shanghai'),
    CONSTRAINT ck_publication_closing CHECK (closing = opening + taken_over + paid_in - spent + earned),
    CONSTRAINT ck_publication_collected CHECK (
        settled BETWEEN 0 AND billed AND remitted BETWEEN 0 AND received AND settled_households BETWEEN 0 AND households),
    CONSTRAINT ck_publication_state CHECK (state IN ('PUBLISHED', 'OBJECTED', 'ANSWERED', 'CONFIRMED')),
    CONSTRAINT ck_publication_confirmed CHECK (
        num_nonnulls(confirmed_at, confirmed_by, confirmed_by_name) = CASE WHEN state = 'CONFIRMED' THEN 3 ELSE 0 END),
    CONSTRAINT ck_publication_lengths CHECK (
        char_length(published_by_name) BETWEEN 1 AND 50 AND char_length(confirmed_by_name) BETWEEN 1 AND 50)
);

CREATE INDEX ix_publication_objected ON publication (area_id) WHERE state = 'OBJECTED';

-- The doors of which something of the month's bill is open, in the order of the paper, as they were called then.
CREATE TABLE publication_door (
    area_id  uuid    NOT NULL,
    month    date    NOT NULL,
    place    integer NOT NULL,
    building text    NOT NULL,
    entrance text    NOT NULL,
    door     text    NOT NULL,
    open     bigint  NOT NULL,
    CONSTRAINT pk_publication_door PRIMARY KEY (area_id, month, place),
    CONSTRAINT fk_publication_door_publication FOREIGN KEY (area_id, month) REFERENCES publication (area_id, month),
    CONSTRAINT ck_publication_door_open CHECK (open > 0)
);

CREATE FUNCTION publication_door_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is published stays: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_publication_door_kept';
END $$;

CREATE TRIGGER tg_publication_door_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON publication_door
    FOR EACH STATEMENT EXECUTE FUNCTION publication_door_guard();

-- What the committee objects to, and what it is answered.
CREATE TABLE publication_objection (
    id               uuid        NOT NULL,
    area_id          uuid        NOT NULL,
    month            date        NOT NULL,
    text             text        NOT NULL,
    raised_at        timestamptz NOT NULL,
    raised_by        uuid        NOT NULL,
    raised_by_name   text        NOT NULL,
    answer           text,
    answered_at      timestamptz,
    answered_by      uuid,
    answered_by_name text,
    answered_for     text,
    CONSTRAINT pk_publication_objection PRIMARY KEY (id),
    CONSTRAINT fk_publication_objection_publication FOREIGN KEY (area_id, month) REFERENCES publication (area_id, month),
    CONSTRAINT ck_publication_objection_answered CHECK (
        num_nonnulls(answer, answered_at, answered_by, answered_by_name, answered_for) IN (0, 5)),
    CONSTRAINT ck_publication_objection_two_people CHECK (answered_by <> raised_by),
    CONSTRAINT ck_publication_objection_lengths CHECK (
        char_length(text) BETWEEN 2 AND 1000 AND char_length(answer) BETWEEN 2 AND 1000
        AND char_length(raised_by_name) BETWEEN 1 AND 50 AND char_length(answered_by_name) BETWEEN 1 AND 50)
);
CREATE INDEX ix_publication_objection_publication ON publication_objection (area_id, month, raised_at);
-- One at a time.
CREATE UNIQUE INDEX uq_publication_objection_open ON publication_objection (area_id, month) WHERE answered_at IS NULL;

CREATE FUNCTION publication_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'what is published stays: %', OLD.month
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_publication_kept';
    END IF;
    IF (to_jsonb(NEW) - '{state,confirmed_at,confirmed_by,confirmed_by_name,version}'::text[])
            <> (to_jsonb(OLD) - '{state,confirmed_at,confirmed_by,confirmed_by_name,version}'::text[]) THEN
        RAISE EXCEPTION 'what is published is never changed: %', OLD.month
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_publication_frozen';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('PUBLISHED', 'OBJECTED'), ('PUBLISHED', 'CONFIRMED'), ('OBJECTED', 'ANSWERED'), ('ANSWERED', 'OBJECTED'),
            ('ANSWERED', 'CONFIRMED')) THEN
        RAISE EXCEPTION 'a publication doesn''t go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_publication_next_state';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_publication_guard BEFORE UPDATE OR DELETE ON publication FOR EACH ROW EXECUTE FUNCTION publication_guard();

CREATE FUNCTION publication_objection_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an objection stays as it was raised and answered: % refused', TG_OP
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_publication_objection_frozen';
END $$;

-- Answered once, and nothing else.
CREATE TRIGGER tg_publication_objection_frozen BEFORE UPDATE ON publication_objection FOR EACH ROW
    WHEN (OLD.answered_at IS NOT NULL OR (NEW.id, NEW.area_id, NEW.month, NEW.text, NEW.raised_at, NEW.raised_by)
        IS DISTINCT FROM (OLD.id, OLD.area_id, OLD.month, OLD.text, OLD.raised_at, OLD.raised_by))
    EXECUTE FUNCTION publication_objection_guard();
CREATE TRIGGER tg_publication_objection_kept BEFORE DELETE ON publication_objection
    FOR EACH ROW EXECUTE FUNCTION publication_objection_guard();

-- What the books, the bills and the receipts say of a month for the units that an area has today. What of a household's postings is
-- neither taken over, nor spent, nor earned was paid in; a reversal is less of what it reverses.
CREATE FUNCTION publication_figures(of_area uuid, of_month date)
    RETURNS TABLE (opening bigint, taken_over bigint, paid_in bigint, spent bigint, earned bigint, closing bigint, households bigint,
        settled_households bigint, billed bigint, settled bigint, received bigint, remitted bigint)
    LANGUAGE sql STABLE AS $$
    SELECT books.opening::bigint, books.taken_over::bigint, books.paid_in::bigint, books.spent::bigint, books.earned::bigint,
           books.closing::bigint, bills.households, bills.settled_households, bills.billed::bigint, bills.settled::bigint,
           payments.received::bigint, payments.remitted::bigint
      FROM (SELECT coalesce(sum(p.amount) FILTER (WHERE p.period < $2), 0) AS opening,
                   coalesce(sum(p.amount) FILTER (WHERE p.period = $2 AND p.kind = 'AREA_OPENING'), 0) AS taken_over,
                   coalesce(sum(p.amount) FILTER (WHERE p.period = $2
                       AND p.kind NOT IN ('AREA_OPENING', 'WITHDRAWAL', 'FEE', 'INTEREST')), 0) AS paid_in,
                   coalesce(-sum(p.amount) FILTER (WHERE p.period = $2 AND p.kind IN ('WITHDRAWAL', 'FEE')), 0) AS spent,
                   coalesce(sum(p.amount) FILTER (WHERE p.period = $2 AND p.kind = 'INTEREST'), 0) AS earned,
                   coalesce(sum(p.amount), 0) AS closing
              FROM named_unit u JOIN household_posting p ON p.unit_id = u.unit_id
             WHERE u.area_id = $1 AND p.period <= $2) books,
           (SELECT count(*) AS households, count(*) FILTER (WHERE b.allocated = b.amount + b.adjusted) AS settled_households,
                   coalesce(sum(b.amount + b.adjusted), 0) AS billed, coalesce(sum(b.allocated), 0) AS settled
              FROM named_unit u JOIN issued_bill b ON b.unit_id = u.unit_id AND b.period = $2
             WHERE u.area_id = $1) bills,
           (SELECT coalesce(sum(p.amount), 0) AS received, coalesce(sum(p.amount) FILTER (WHERE p.arrived), 0) AS remitted
              FROM unit_payment p WHERE p.area_id = $1 AND p.period = $2 AND p.live) payments
$$;

-- The doors of which something of a month's bill is open now; together what is billed and not settled.
CREATE FUNCTION publication_open_doors(of_area uuid, of_month date)
    RETURNS TABLE (place integer, building text, entrance text, door text, open bigint) LANGUAGE sql STABLE AS $$
    SELECT row_number() OVER (ORDER BY u.building_position, u.sort_key)::integer, u.building, u.entrance, u.door, b.open
      FROM named_unit u JOIN bill_open b ON b.unit_id = u.unit_id AND b.period = $2
     WHERE u.area_id = $1
$$;
