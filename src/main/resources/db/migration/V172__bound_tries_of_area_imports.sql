-- An import is tried a bounded number of times, counted before each try: a file that ends the process must not end it again
-- after every restart. Then it has failed, and says why, until somebody tries it once more or gives it up.
ALTER TABLE area_import
    ADD COLUMN tries integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT ck_area_import_tries CHECK (tries >= 0),
    DROP CONSTRAINT ck_area_import_state,
    ADD CONSTRAINT ck_area_import_state CHECK (
        state IN ('WAITING', 'READING', 'READ', 'REFUSED', 'CONFIRMED', 'APPLYING', 'FAILED', 'DONE', 'DISCARDED')),
    DROP CONSTRAINT ck_area_import_refusal,
    ADD CONSTRAINT ck_area_import_refusal CHECK ((state IN ('REFUSED', 'FAILED')) = (refusal <> ''));
