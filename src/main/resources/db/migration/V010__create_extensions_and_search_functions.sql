-- Trigram index for names of objects in the audit trail; GiST and GIN over scalars for exclusion constraints and for indexes
-- that hold a place beside an array.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The single characters and the pairs of neighbouring characters of a search key. A GIN index over them answers searches
-- of one and two characters too, where trigram indexes see nothing and every row would be read.
-- U+001F stands between the parts of a key (name, former names, address, code); nothing that crosses it is a gram, so that
-- no search matches the end of a name together with the beginning of an address.
-- Its cost is what makes the planner ask the index instead of working out the grams of row after row.
CREATE FUNCTION grams(search_key text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 2000
    RETURN (
        SELECT coalesce(array_agg(DISTINCT gram COLLATE "C"), '{}')
        FROM (SELECT string_to_array(search_key, NULL) AS characters) AS split,
             LATERAL (SELECT unnest(characters) AS gram
                      UNION ALL
                      SELECT first || second FROM unnest(characters, characters[2:]) AS pair (first, second)) AS pieces
        WHERE strpos(gram, U&'\001F') = 0);

COMMENT ON FUNCTION grams(text) IS 'single characters and pairs of a folded search key, for GIN indexes';
