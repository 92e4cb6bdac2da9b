-- How an organisation is found by its name, what tells it from others of the same name, and why it gets no user names here
-- any more (null: it does).
CREATE OR REPLACE VIEW organisation_card AS
    SELECT 'ENTERPRISE' AS org_type, id AS org_id, name, district_id, name_key COLLATE "C" AS name_key,
        credit_code::text AS note, CASE qualification WHEN 'QUALIFIED' THEN 'QUALIFIED' END AS closed
        FROM enterprise
    UNION ALL SELECT 'OFFICE', id, name, district_id, name_key COLLATE "C",
        (SELECT e.name FROM enterprise e WHERE e.id = management_office.enterprise_id), NULL
        FROM management_office
    UNION ALL SELECT 'COMMITTEE', id, name, district_id, name_key COLLATE "C",
        (SELECT a.name FROM area a WHERE a.id = committee.area_id), CASE status WHEN 'DISSOLVED' THEN 'DISSOLVED' END
        FROM committee
    UNION ALL SELECT 'DISTRICT_CENTRE', id, centre_name, id, lower(centre_name) COLLATE "C", '', NULL
        FROM district_centre;
