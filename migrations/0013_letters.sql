-- Letters that were written: by which code they are checked, and nothing of what stands in them.
create table letter (
    -- Nine digits, as they are printed.
    code text primary key,
    case_id text not null,
    team_id text not null,
    form text not null,
    language text not null,
    issued_at bigint not null,
    issued_by text not null,
    withdrawn_at bigint,
    sum bigint
);

create index letter_by_case on letter (case_id, code);
