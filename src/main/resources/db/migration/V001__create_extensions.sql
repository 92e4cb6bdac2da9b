-- Trigram indexes for near-names; GiST over scalars for the exclusion constraint on effective associations.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
