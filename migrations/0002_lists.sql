-- Lists as they came in, sealed row by row: what is to be looked at, what a newer version changes, what goes
-- back to the sender with the codes.

-- Who sends lists. The key opens everything of theirs and is itself sealed under the team's `identity` key;
-- the name and the remembered columns are sealed with it.
create table sender (
    id text primary key,
    team_id text not null references team (id),
    sealed_key blob not null,
    sealed blob not null
);

create table list (
    id text primary key,
    sender_id text not null references sender (id),
    member_id text not null references member (id),
    received_at bigint not null,
    -- The version before this one.
    previous_id text,
    -- 'running', 'stopped' or 'finished'.
    state text not null,
    rows bigint not null,
    digest blob not null,
    sealed blob not null
);

create index list_by_sender on list (sender_id, received_at);

-- What rows said was hashed another way before lists were kept.
drop table list_row;

-- One row of a list and what became of it. The fingerprint is a keyed hash of the cells as they came, so that the
-- same row changes nothing; without content the row was erased.
create table list_row (
    list_id text not null,
    "row" bigint not null,
    outcome text not null,
    case_id text,
    fingerprint blob not null,
    sealed blob,
    primary key (list_id, "row")
);

create index list_row_by_fingerprint on list_row (fingerprint);
create index list_row_to_look_at on list_row (list_id, "row") where outcome = 'look';
