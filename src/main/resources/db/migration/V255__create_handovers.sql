-- 移交清账: what the company that collected in an area before leaves to the one that collects there next: figures as they stood, who
-- settles what is not settled, and both parties' word.
CREATE TABLE handover (
    number           text        NOT NULL,
    area_id          uuid        NOT NULL,
    -- The company that hands over, and the last day on which it collected.
    former_id        uuid        NOT NULL,
    former_until     date        NOT NULL,
    state            text        NOT NULL,
    opened_by        uuid        NOT NULL,
    opened_by_name   text        NOT NULL,
    opened_at        timestamptz NOT NULL,
    -- By the company that hands over.
    handed_by        uuid,
    handed_by_name   text,
    handed_at        timestamptz,
    -- What the next company objects to, until it is handed over once more.
    objection        text,
    objected_by_name text,
    -- The company that goes on, and who of it received; where the former one did not act, who of the district let it go on, and what for.
    successor_id     uuid,
    settled_by       uuid,
    settled_by_name  text,
    settled_at       timestamptz,
    released_because text,
    version          integer     NOT NULL,
    CONSTRAINT pk_handover PRIMARY KEY (number),
    CONSTRAINT fk_handover_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_handover_former FOREIGN KEY (former_id) REFERENCES enterprise (id),
    CONSTRAINT fk_handover_successor FOREIGN KEY (successor_id) REFERENCES enterprise (id),
    CONSTRAINT ck_handover_number CHECK (number ~ '^YJ[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_handover_state CHECK (state IN ('OPEN', 'HANDED_OVER', 'OBJECTED', 'RECEIVED', 'RELEASED', 'VOIDED')),
    CONSTRAINT ck_handover_handed CHECK (
        num_nonnulls(handed_by, handed_by_name, handed_at) = CASE WHEN state IN ('HANDED_OVER', 'RECEIVED') THEN 3 ELSE 0 END),
    CONSTRAINT ck_handover_objected CHECK (
        num_nonnulls(objection, objected_by_name) IN (0, 2) AND (state = 'OBJECTED') <= (objection IS NOT NULL)
        AND (state IN ('OPEN', 'HANDED_OVER', 'RECEIVED')) <= (objection IS NULL)),
    CONSTRAINT ck_handover_settled CHECK (num_nonnulls(successor_id, settled_by, settled_by_name, settled_at)
        = CASE WHEN state IN ('RECEIVED', 'RELEASED') THEN 4 ELSE 0 END),
    CONSTRAINT ck_handover_released CHECK ((released_because IS NOT NULL) = (state = 'RELEASED')),
    -- Whoever hands over doesn't receive, neither the company nor the person.
    CONSTRAINT ck_handover_two_companies CHECK (successor_id <> former_id),
    CONSTRAINT ck_handover_two_people CHECK (settled_by <> handed_by),
    CONSTRAINT ck_handover_lengths CHECK (
        char_length(opened_by_name) BETWEEN 1 AND 50 AND char_length(handed_by_name) BETWEEN 1 AND 50
        AND char_length(objected_by_name) BETWEEN 1 AND 50 AND char_length(settled_by_name) BETWEEN 1 AND 50
        AND char_length(objection) BETWEEN 2 AND 500 AND char_length(released_because) BETWEEN 2 AND 500)
);
-- One at a time; and who took an area over last.
CREATE UNIQUE INDEX uq_handover_underway ON handover (area_id) WHERE state IN ('OPEN', 'HANDED_OVER', 'OBJECTED');
CREATE INDEX ix_handover_area ON handover (area_id, settled_at);

-- What is handed over, a row for each matter: its figures when it was written down last, and what is said of it. A matter of money is
-- settled where nothing of it is left, documents where they are handed over with a word; every other one is listed: who settles it, and
-- until when.
CREATE TABLE handover_matter (
    handover   text    NOT NULL,
    kind       text    NOT NULL,
    -- How many, and how much: fen, or hundredths of a square metre of units.
    items      bigint  NOT NULL,
    amount     bigint  NOT NULL,
    handed     boolean NOT NULL DEFAULT false,
    settler    text,
    due_on     date,
    note       text    NOT NULL DEFAULT '',
    CONSTRAINT pk_handover_matter PRIMARY KEY (handover, kind),
    CONSTRAINT fk_handover_matter_handover FOREIGN KEY (handover) REFERENCES handover (number),
    CONSTRAINT ck_handover_matter_kind CHECK (kind IN ('OPEN_BILLS', 'PREPAID', 'UNDECLARED', 'UNSLIPPED', 'UNDERWAY', 'UNITS', 'PAYERS',
        'CONTRACTS', 'BOOKS')),
    CONSTRAINT ck_handover_matter_figures CHECK (items >= 0 AND amount >= 0),
    CONSTRAINT ck_handover_matter_handed CHECK (NOT handed OR kind IN ('PAYERS', 'CONTRACTS', 'BOOKS')),
    CONSTRAINT ck_handover_matter_settler CHECK (settler IN ('FORMER', 'SUCCESSOR')),
    -- What the former company has received it alone declares and remits.
    CONSTRAINT ck_handover_matter_held CHECK (settler <> 'SUCCESSOR' OR kind NOT IN ('UNDECLARED', 'UNSLIPPED', 'UNDERWAY')),
    CONSTRAINT ck_handover_matter_listed CHECK ((settler IS NULL) = (due_on IS NULL)),
    CONSTRAINT ck_handover_matter_note CHECK (char_length(note) <= 200)
);

-- Matters that are neither settled nor listed.
CREATE VIEW handover_matter_unsaid AS
    SELECT m.handover, m.kind FROM handover_matter m
     WHERE m.settler IS NULL
       AND CASE WHEN m.kind = 'UNITS' THEN false
                WHEN m.kind IN ('PAYERS', 'CONTRACTS', 'BOOKS') THEN NOT m.handed OR m.note = ''
                ELSE m.items > 0 END;

-- States follow one another as handover.HandoverState says; what was handed over has every matter settled or listed.
CREATE FUNCTION handover_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a hand-over is never deleted: %', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_handover_kept';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
            ('OPEN', 'HANDED_OVER'), ('OPEN', 'RELEASED'), ('OPEN', 'VOIDED'),
            ('HANDED_OVER', 'OPEN'), ('HANDED_OVER', 'OBJECTED'), ('HANDED_OVER', 'RECEIVED'),
            ('OBJECTED', 'HANDED_OVER'), ('OBJECTED', 'RELEASED'), ('OBJECTED', 'VOIDED')) THEN
        RAISE EXCEPTION '% doesn''t go from % to %', OLD.number, OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_handover_next_state';
    END IF;
    IF (NEW.number, NEW.former_id, NEW.opened_by) <> (OLD.number, OLD.former_id, OLD.opened_by)
            OR OLD.settled_at IS NOT NULL AND (to_jsonb(NEW) - 'area_id') <> (to_jsonb(OLD) - 'area_id') THEN
        RAISE EXCEPTION '% stays as it was', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_handover_stays';
    END IF;
    IF NEW.state IN ('HANDED_OVER', 'RELEASED') AND NEW.state <> OLD.state
            AND EXISTS (SELECT FROM handover_matter_unsaid u WHERE u.handover = NEW.number) THEN
        RAISE EXCEPTION '% has matters that are neither settled nor listed', NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_handover_listed';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_handover_guard BEFORE UPDATE OR DELETE ON handover FOR EACH ROW EXECUTE FUNCTION handover_guard();

-- The list is frozen while the other party looks at it, and when it is settled.
CREATE FUNCTION handover_matter_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NOT EXISTS (
            SELECT FROM handover h WHERE h.number = NEW.handover AND h.state IN ('OPEN', 'OBJECTED') FOR UPDATE) THEN
        RAISE EXCEPTION 'the list of a hand-over is frozen: % refused', TG_OP
            USING ERRCODE = 'check_violation', CONSTRAINT = 'tg_handover_matter_frozen';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tg_handover_matter_frozen BEFORE INSERT OR UPDATE OR DELETE ON handover_matter
    FOR EACH ROW EXECUTE FUNCTION handover_matter_guard();

-- What a company leaves in an area: one place, for the list that is frozen and for what is left of it today.
CREATE FUNCTION handover_figures(of_area uuid, of_former uuid, on_day date)
    RETURNS TABLE (kind text, items bigint, amount bigint)
    LANGUAGE sql STABLE AS $$
    SELECT 'OPEN_BILLS', count(*), coalesce(sum(b.open), 0)::bigint
      FROM named_unit u JOIN bill_open b ON b.unit_id = u.unit_id WHERE u.area_id = $1
    UNION ALL
    SELECT 'PREPAID', count(*), coalesce(sum(r.amount - r.allocated), 0)::bigint
      FROM named_unit u JOIN receipt r ON r.unit_id = u.unit_id
     WHERE u.area_id = $1 AND r.enterprise_id = $2 AND r.allocated < r.amount AND NOT r.reversed AND r.reverses IS NULL
    UNION ALL
    SELECT 'UNDECLARED', count(*), coalesce(sum(r.amount), 0)::bigint
      FROM receipt r WHERE r.area_id = $1 AND r.enterprise_id = $2 AND NOT r.declared AND NOT r.reversed AND r.reverses IS NULL
    UNION ALL
    SELECT 'UNSLIPPED', count(*), coalesce(sum(d.amount), 0)::bigint
      FROM declaration d
     WHERE d.area_id = $1 AND d.enterprise_id = $2 AND d.state IN ('PROPOSED', 'CONFIRMED') AND d.slip_id IS NULL
    UNION ALL
    SELECT 'UNDERWAY', count(DISTINCT d.slip_id), coalesce(sum(d.amount), 0)::bigint
      FROM declaration d
     WHERE d.area_id = $1 AND d.enterprise_id = $2 AND d.state = 'CONFIRMED' AND d.slip_id IS NOT NULL
    UNION ALL
    SELECT 'UNITS', count(*), coalesce(sum(f.floor_area), 0)::bigint
      FROM named_unit u
      LEFT JOIN LATERAL (SELECT f.floor_area FROM unit_fact f WHERE f.unit_id = u.unit_id AND f.valid_from <= $3
                          ORDER BY f.valid_from DESC LIMIT 1) f ON true
     WHERE u.area_id = $1
    UNION ALL
    SELECT 'PAYERS', count(DISTINCT p.unit_id), 0 FROM unit_payer_name p WHERE p.area_id = $1 AND p.valid_from <= $3
    UNION ALL
    SELECT k.kind, 0, 0 FROM (VALUES ('CONTRACTS'), ('BOOKS')) AS k(kind)
$$;

-- Whose the collection of each opened area is: of the company that took it over last, else of the one that opened it.
CREATE VIEW area_holder AS
    SELECT o.area_id, coalesce(h.successor_id, o.enterprise_id) AS holder_id
      FROM area_opened o
      LEFT JOIN LATERAL (SELECT h.successor_id FROM handover h WHERE h.area_id = o.area_id AND h.settled_at IS NOT NULL
                          ORDER BY h.settled_at DESC LIMIT 1) h ON true;

-- Areas that are to be handed over: their company collects there no longer, or another one's mandate is approved.
CREATE FUNCTION handover_due(on_day date)
    RETURNS TABLE (area_id uuid, former_id uuid, former_until date, successor_id uuid, successor_from date)
    LANGUAGE sql STABLE AS $$
    SELECT x.area_id, x.holder_id, coalesce(t.until, $1 - 1), n.enterprise_id, n.first_day
      FROM area_holder x
      JOIN named_area a ON a.id = x.area_id AND a.state = 'ACTIVE'
      LEFT JOIN LATERAL (SELECT c.enterprise_id, lower(c.validity) AS first_day FROM area_collected c
                          WHERE c.area_id = x.area_id AND c.enterprise_id <> x.holder_id AND upper(c.validity) > $1
                          ORDER BY lower(c.validity) LIMIT 1) n ON true
      CROSS JOIN LATERAL (SELECT max(upper(c.validity)) - 1 AS until FROM area_collected c
                           WHERE c.area_id = x.area_id AND c.enterprise_id = x.holder_id
                             AND (n.first_day IS NULL OR lower(c.validity) < n.first_day)) t
     WHERE n.enterprise_id IS NOT NULL OR coalesce(t.until, $1 - 1) < $1
$$;

-- Hand-overs, and those that are due and that nobody has opened yet: these without a number.
CREATE FUNCTION handover_line(on_day date)
    RETURNS TABLE (sort text, number text, state text, area_id uuid, former_id uuid, former_until date, successor_id uuid,
        successor_from date, settled_at timestamptz)
    LANGUAGE sql STABLE AS $$
    SELECT h.number, h.number, h.state, h.area_id, h.former_id, h.former_until, coalesce(h.successor_id, d.successor_id),
           d.successor_from, h.settled_at
      FROM handover h
      LEFT JOIN handover_due($1) d ON d.area_id = h.area_id AND d.former_id = h.former_id
           AND h.state IN ('OPEN', 'HANDED_OVER', 'OBJECTED')
    UNION ALL
    SELECT 'ZZ' || d.area_id, NULL, 'DUE', d.area_id, d.former_id, d.former_until, d.successor_id, d.successor_from, NULL
      FROM handover_due($1) d
     WHERE NOT EXISTS (SELECT FROM handover h WHERE h.area_id = d.area_id AND h.state IN ('OPEN', 'HANDED_OVER', 'OBJECTED'))
$$;
