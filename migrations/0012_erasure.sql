-- Erasing a person. Envelopes and the record of reading stay, so that the log still fits; what they stood for goes.

-- What one member asked for and a second has to confirm. What was said is sealed to the team's readers of identities.
create table erasure (
    case_id text primary key,
    team_id text not null,
    ground text not null,
    asked_at bigint not null,
    asked_by text not null,
    words blob not null,
    sum bigint
);

-- A stone for each case and each file that was erased: restoring an older backup erases again what stands here.
create table erased (
    case_id text primary key,
    -- The entry of the log that says so: desks follow it.
    position bigint not null,
    at bigint not null,
    ground text not null,
    -- Nobody of a team for what went by itself or on restoring.
    team_id text,
    asked_by text not null,
    confirmed_by text not null,
    -- How many rows of what: "payloads=12 keys=5".
    counts text not null,
    sum bigint
);

create index erased_by_position on erased (position);

-- What retention has announced, and when it goes unless somebody goes on with the case.
create table retention_due (
    case_id text primary key,
    announced_at bigint not null,
    due_at bigint not null,
    sum bigint
);

-- The report of each day on which the rules were gone through.
create table retention_run (
    at bigint primary key,
    announced bigint not null,
    erased bigint not null,
    cleared bigint not null,
    sum bigint
);
