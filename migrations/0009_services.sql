-- The directory of services as members know it on the spot, and the traps that they met. No survivor is named here.
-- Rows are only ever added: what was said stays, with who said it and when.

-- What somebody said of an organisation of the pack, of a team, or of one that was added here. A null says nothing of
-- that column; an empty text says that it is not known.
create table directory_note (
    -- The place of its entry in the log: what was said later comes later, also within one moment.
    position bigint primary key,
    -- The organisation's stable word.
    organisation text not null,
    -- "added", "checked", "corrected", "not-answering", "linked" or "unlinked".
    said text not null,
    at bigint not null,
    member_id text not null,
    name text,
    kind text,
    services text,
    for_whom text,
    area text,
    capacity text,
    hours text,
    languages text,
    contact text,
    note text,
    -- The team on this server that it works as, where it was linked.
    team_id text,
    sum bigint
);

-- A trap that somebody met, or one that turned out to be none.
create table warning_note (
    position bigint primary key,
    -- The warning's stable word.
    warning text not null,
    -- "added" or "withdrawn".
    said text not null,
    at bigint not null,
    member_id text not null,
    trap text,
    title text,
    goes_by text,
    says text,
    what_to_do text,
    area text,
    -- Why it was withdrawn.
    reason text,
    sum bigint
);
