-- Rolls of those for whom a mission asks that a fine be waived, version by version, as they were sealed. Of which mission
-- one is stands here as a keyed hash: a line leads to a case, and whose state somebody is of is nobody's business.
create table roll (
    id text primary key,
    team_id text not null references team (id),
    mission blob not null,
    version bigint not null,
    member_id text not null references member (id),
    made_at bigint not null,
    -- The day on which somebody said that it was sent.
    sent_on text,
    sealed blob not null,
    sum bigint
);

create unique index roll_by_version on roll (team_id, mission, version);

-- One line. Without content the person was erased.
create table roll_line (
    roll_id text not null references roll (id),
    "row" bigint not null,
    case_id text,
    -- Empty until it came back; then 'approved', 'refused' or 'not-found'.
    outcome text not null,
    sealed blob,
    sum bigint,
    primary key (roll_id, "row")
);

create index roll_line_by_case on roll_line (case_id);
