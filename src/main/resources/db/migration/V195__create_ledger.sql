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

-- Whether nothing lands in a month any more; for the triggers of whatever is dated into one.
CREATE FUNCTION accounting_period_is_closed(of_month date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT EXISTS (SELECT FROM accounting_period p WHERE p.month >= $1 AND p.state <> 'OPEN') $$;
