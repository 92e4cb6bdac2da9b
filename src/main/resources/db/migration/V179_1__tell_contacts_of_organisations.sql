-- The contact's mobile beside an organisation's name: 用户名查询 asks for both in one statement, so that an unknown name and a
-- wrong number cost the same.
CREATE OR REPLACE VIEW organisation_card AS
    SELECT 'ENTERPRISE' AS org_type, id AS org_id, name, district_id, name_key COLLATE "C" AS name_key,
        credit_code::text AS note, CASE qualification WHEN 'QUALIFIED' THEN 'QUALIFIED' END AS closed, contact_mobile
        FROM enterprise
    UNION ALL SELECT 'OFFICE', id, name, district_id, name_key COLLATE "C",
        (SELECT e.name FROM enterprise e WHERE e.id = management_office.enterprise_id), NULL, contact_mobile
        FROM management_office
    UNION ALL SELECT 'COMMITTEE', id, name, district_id, name_key COLLATE "C",
        (SELECT a.name FROM area a WHERE a.id = committee.area_id), CASE status WHEN 'DISSOLVED' THEN 'DISSOLVED' END,
        contact_mobile
        FROM committee
    UNION ALL SELECT 'DISTRICT_CENTRE', id, centre_name, id, lower(centre_name) COLLATE "C", '', NULL, NULL
        FROM district_centre;
