-- The register in name order, whatever the database's own order is; and what reminders ask.
DROP INDEX ix_committee_district;
CREATE INDEX ix_committee_district ON committee (district_id, (name_key COLLATE "C"), id);
CREATE INDEX ix_committee_order ON committee ((name_key COLLATE "C"), id);
CREATE INDEX ix_committee_term_ending ON committee (district_id, term_end) WHERE status <> 'DISSOLVED';
CREATE INDEX ix_committee_preparatory ON committee (district_id, registered_at)
    WHERE attribute = 'PREPARATORY' AND status <> 'DISSOLVED';
