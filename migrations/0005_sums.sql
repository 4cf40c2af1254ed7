-- What the log does not hold is bound to it, or carries a sum, so that `verify` finds a row that was altered.

-- Digests of the rows that an act of administration made or changed; part of the entry's leaf.
alter table admin_entry add column bound blob;

-- A hash of the row's other columns, for rows that change without an entry in the log.
alter table case_key add column sum bigint;
alter table saved_filter add column sum bigint;
alter table sender add column sum bigint;
alter table list add column sum bigint;
alter table list_row add column sum bigint;

-- How many rows a list has is counted where they are.
alter table list drop column rows;
