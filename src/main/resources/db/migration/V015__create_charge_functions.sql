-- What one unit is charged for one month, in fen, half a fen rounded up: area in 0.01 m² times rate in 0.0001 yuan is the
-- charge in ten-thousandths of a fen. Whole numbers only, so that it is what Rate.monthlyCharge says; one plain expression, so
-- that the planner puts it in the place of the call.
CREATE FUNCTION monthly_charge(area bigint, rate integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (area * rate + 5000) / 10000;

COMMENT ON FUNCTION monthly_charge(bigint, integer) IS 'fen for a month, of an area in 0.01 m² at a rate in 0.0001 yuan';

-- The first of the month of a day.
CREATE FUNCTION month_of(day date) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN date_trunc('month', day::timestamp)::date;
