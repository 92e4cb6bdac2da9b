-- Twenty parcel numbers of forty characters each are stored whatever stands in them: the text of an array doubles quotes.
ALTER TABLE area DROP CONSTRAINT ck_area_parcel_numbers;
ALTER TABLE area ADD CONSTRAINT ck_area_parcel_numbers CHECK (cardinality(parcel_numbers) <= 20
    AND array_position(parcel_numbers, NULL) IS NULL AND char_length(parcel_numbers::text) <= 2000);
