-- 催缴: whom a company reminded of what they owe, with the figures of that day. A batch is made by one person for units of one area
-- and never changes.
CREATE TABLE reminder_batch (
    number            text        NOT NULL,
    -- Goes along with its units where areas are merged, and back.
    area_id           uuid        NOT NULL,
    made_on           date        NOT NULL,
    -- What it was narrowed down to; null where it wasn't.
    building          text,
    sold              boolean,
    months_at_least   integer     NOT NULL,
    amount_at_least   bigint      NOT NULL,
    -- Until when they are asked to pay.
    pay_by            date        NOT NULL,
    -- Where to pay, as it stands on the papers.
    payee             text        NOT NULL,
    payee_address     text        NOT NULL,
    payee_phone       text        NOT NULL,
    units             integer     NOT NULL,
    total             bigint      NOT NULL,
    made_at           timestamptz NOT NULL,
    made_by           uuid        NOT NULL,
    made_by_name      text        NOT NULL,
    CONSTRAINT pk_reminder_batch PRIMARY KEY (number),
    CONSTRAINT uq_reminder_batch_day UNIQUE (number, made_on),
    CONSTRAINT fk_reminder_batch_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT ck_reminder_batch_number CHECK (number ~ '^CJ[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_reminder_batch_filters CHECK (months_at_least >= 1 AND amount_at_least >= 0),
    CONSTRAINT ck_reminder_batch_figures CHECK (units > 0 AND total > 0),
    CONSTRAINT ck_reminder_batch_pay_by CHECK (pay_by >= made_on),
    CONSTRAINT ck_reminder_batch_made_by_name CHECK (char_length(made_by_name) BETWEEN 1 AND 50)
);
-- Those of an area, the latest first.
CREATE INDEX ix_reminder_batch_area ON reminder_batch (area_id, number DESC);

-- 催缴通知书: one of each unit of a batch.
CREATE TABLE reminder (
    batch       text    NOT NULL,
    -- From 1 on, in the order of the houses.
    place       integer NOT NULL,
    made_on     date    NOT NULL,
    unit_id     uuid    NOT NULL,
    -- As unit and payer were called then; no payer where nobody was known.
    unit_named  text    NOT NULL,
    payer       text,
    months      integer NOT NULL,
    first_month date    NOT NULL,
    last_month  date    NOT NULL,
    amount      bigint  NOT NULL,
    CONSTRAINT pk_reminder PRIMARY KEY (batch, place),
    CONSTRAINT uq_reminder_day UNIQUE (batch, place, made_on),
    -- Nobody is reminded twice on a day, by a second click or a second batch.
    CONSTRAINT uq_reminder_unit UNIQUE (unit_id, made_on),
    CONSTRAINT fk_reminder_batch FOREIGN KEY (batch, made_on) REFERENCES reminder_batch (number, made_on),
    CONSTRAINT fk_reminder_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT ck_reminder_figures CHECK (place > 0 AND months > 0 AND amount > 0 AND first_month <= last_month)
);

-- What was open of each of these months then.
CREATE TABLE reminder_month (
    batch  text    NOT NULL,
    place  integer NOT NULL,
    period date    NOT NULL,
    open   bigint  NOT NULL,
    CONSTRAINT pk_reminder_month PRIMARY KEY (batch, place, period),
    CONSTRAINT fk_reminder_month_reminder FOREIGN KEY (batch, place) REFERENCES reminder (batch, place),
    CONSTRAINT ck_reminder_month_open CHECK (open > 0)
);

-- 送达记录: when and how a reminder came to whom it is for. With it the limitation of the claim begins anew (民法典 195), so it is never
-- changed; what was wrong is voided with a reason.
CREATE TABLE reminder_delivery (
    id               uuid        NOT NULL,
    batch            text        NOT NULL,
    place            integer     NOT NULL,
    made_on          date        NOT NULL,
    delivered_on     date        NOT NULL,
    way              text        NOT NULL,
    delivered_by     text        NOT NULL,
    note             text        NOT NULL,
    proof            uuid,
    recorded_at      timestamptz NOT NULL,
    recorded_by      uuid        NOT NULL,
    recorded_by_name text        NOT NULL,
    voided_at        timestamptz,
    voided_by        uuid,
    voided_by_name   text,
    void_reason      text,
    CONSTRAINT pk_reminder_delivery PRIMARY KEY (id),
    CONSTRAINT fk_reminder_delivery_reminder FOREIGN KEY (batch, place, made_on) REFERENCES reminder (batch, place, made_on),
    CONSTRAINT fk_reminder_delivery_proof FOREIGN KEY (proof) REFERENCES attachment (id),
    CONSTRAINT ck_reminder_delivery_way CHECK (way IN ('HANDED', 'MAILED', 'POSTED', 'SMS', 'OTHER')),
    -- Neither before the reminder was made nor in the future.
    CONSTRAINT ck_reminder_delivery_delivered_on CHECK (
        delivered_on BETWEEN made_on AND (recorded_at AT TIME ZONE 'Asia/Shanghai')::date),
    CONSTRAINT ck_reminder_delivery_voided CHECK (
        num_nonnulls(voided_at, voided_by, voided_by_name, void_reason) IN (0, 4)),
    CONSTRAINT ck_reminder_delivery_lengths CHECK (
        char_length(delivered_by) BETWEEN 1 AND 50 AND char_length(note) <= 200 AND char_length(recorded_by_name) BETWEEN 1 AND 50
        AND char_length(voided_by_name) BETWEEN 1 AND 50 AND char_length(void_reason) BETWEEN 2 AND 200)
);
CREATE INDEX ix_reminder_delivery_reminder ON reminder_delivery (batch, place);
-- The same twice, by a second click, is once.
CREATE UNIQUE INDEX uq_reminder_delivery_same ON reminder_delivery (batch, place, delivered_on, way) WHERE voided_at IS NULL;
-- Who may see a scan, and whether it is in use, is asked by the scan.
CREATE INDEX ix_reminder_delivery_proof ON reminder_delivery (proof) WHERE proof IS NOT NULL;

CREATE FUNCTION reminder_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a reminder is never changed: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_reminder_unchanged';
END $$;

CREATE TRIGGER tg_reminder_batch_unchanged BEFORE UPDATE ON reminder_batch FOR EACH ROW
    WHEN ((to_jsonb(NEW) - 'area_id') <> (to_jsonb(OLD) - 'area_id')) EXECUTE FUNCTION reminder_refuse_change();
CREATE TRIGGER tg_reminder_batch_kept BEFORE DELETE ON reminder_batch FOR EACH ROW EXECUTE FUNCTION reminder_refuse_change();
CREATE TRIGGER tg_reminder_unchanged BEFORE UPDATE OR DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION reminder_refuse_change();
CREATE TRIGGER tg_reminder_month_unchanged BEFORE UPDATE OR DELETE ON reminder_month
    FOR EACH ROW EXECUTE FUNCTION reminder_refuse_change();
-- Voided once, and nothing else.
CREATE TRIGGER tg_reminder_delivery_unchanged BEFORE UPDATE ON reminder_delivery FOR EACH ROW
    WHEN (OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
        OR (to_jsonb(NEW) - '{voided_at,voided_by,voided_by_name,void_reason}'::text[])
            <> (to_jsonb(OLD) - '{voided_at,voided_by,voided_by_name,void_reason}'::text[]))
    EXECUTE FUNCTION reminder_refuse_change();
CREATE TRIGGER tg_reminder_delivery_kept BEFORE DELETE ON reminder_delivery FOR EACH ROW EXECUTE FUNCTION reminder_refuse_change();

-- The units of an area that owe something of months before that of the day, in the order of the houses, and are not reminded on it yet.
-- Whether a unit is sold is what is known of it on that day; what nothing is known of counts as sold.
CREATE FUNCTION reminder_candidate(of_area uuid, on_day date, of_building text, is_sold boolean, months_at_least integer,
        amount_at_least bigint)
    RETURNS TABLE (place bigint, unit_id uuid, unit_named text, unit_number text, payer text, months bigint, first_month date,
        last_month date, amount numeric)
    LANGUAGE sql STABLE AS $$
    SELECT row_number() OVER (ORDER BY u.building_position, u.sort_key, u.unit_id), u.unit_id,
           concat_ws(' ', u.building, CASE WHEN u.entrance <> '' THEN u.entrance || ' 单元' END, u.door), u.number,
           (SELECT y.name FROM unit_payer_name y WHERE y.unit_id = u.unit_id AND y.valid_from <= $2
             ORDER BY y.valid_from DESC LIMIT 1),
           o.months, o.first_month, o.last_month, o.amount
      FROM named_unit u
      JOIN LATERAL (SELECT count(*) AS months, min(b.period) AS first_month, max(b.period) AS last_month, sum(b.open) AS amount
                      FROM bill_open b WHERE b.unit_id = u.unit_id AND b.period < date_trunc('month', $2::timestamp)) o
        ON o.months >= $5 AND o.amount >= $6 AND o.months > 0
     WHERE u.area_id = $1
       AND ($3 IS NULL OR u.building_key = $3)
       AND ($4 IS NULL OR $4 = coalesce((SELECT f.sold FROM unit_fact f WHERE f.unit_id = u.unit_id AND f.valid_from <= $2
             ORDER BY f.valid_from DESC LIMIT 1), true))
       AND NOT EXISTS (SELECT FROM reminder r WHERE r.unit_id = u.unit_id AND r.made_on = $2)
$$;

-- A reminder with what has become of it: when it was delivered last, what was paid since it was made, and what is still open of its
-- months.
CREATE VIEW reminder_line AS
    SELECT r.batch, r.place, r.made_on, r.unit_id, u.number AS unit_number, r.unit_named, r.payer, r.months, r.first_month, r.last_month,
           r.amount, d.delivered_on, d.way,
           coalesce((SELECT sum(p.amount) FROM unit_payment p
                      WHERE p.unit_id = r.unit_id AND p.live AND p.recorded_at > b.made_at), 0) AS paid_since,
           coalesce((SELECT sum(o.open) FROM reminder_month m
                       JOIN bill_open o ON o.unit_id = r.unit_id AND o.period = m.period
                      WHERE m.batch = r.batch AND m.place = r.place), 0) AS still_open
      FROM reminder r
      JOIN reminder_batch b ON b.number = r.batch
      JOIN named_unit u ON u.unit_id = r.unit_id
      LEFT JOIN LATERAL (SELECT d.delivered_on, d.way FROM reminder_delivery d
                          WHERE d.batch = r.batch AND d.place = r.place AND d.voided_at IS NULL
                          ORDER BY d.delivered_on DESC, d.recorded_at DESC LIMIT 1) d ON true;
