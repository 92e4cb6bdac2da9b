-- Whether a committee is in office is told by its terms and the day, never by what was noted at an approval or at night. What
-- is kept is whether it is registered or dissolved.
DROP INDEX uq_committee_one_in_office_per_area;
DROP INDEX ix_committee_term_end;
ALTER TABLE committee DROP CONSTRAINT ck_committee_status;
UPDATE committee SET status = 'REGISTERED' WHERE status IN ('IN_OFFICE', 'EXPIRED');
ALTER TABLE committee ADD CONSTRAINT ck_committee_status CHECK (status IN ('REGISTERED', 'DISSOLVED'));

-- One committee per property area, whether its term runs, is over or is still to begin.
CREATE UNIQUE INDEX uq_committee_one_in_office_per_area ON committee (area_id) WHERE status = 'REGISTERED';
CREATE OR REPLACE VIEW area_governed AS SELECT area_id FROM committee WHERE status = 'REGISTERED';
