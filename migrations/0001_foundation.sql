-- Disk is a safe: sealed payloads and pseudonymous envelopes. No column here ever holds a survivor's name.

create table organisation (
    id text primary key,
    name text not null,
    opened_at bigint not null,
    log_origin text not null,
    log_key blob not null,
    escrow_key blob not null
);

create table team (
    id text primary key,
    name text not null unique,
    kind text not null
);

-- One X25519 pair per compartment; the private half is wrapped to the escrow key and to members.
create table team_key (
    team_id text not null references team (id),
    compartment bigint not null,
    public_key blob not null,
    escrow_wrapped blob not null,
    primary key (team_id, compartment)
);

create table member (
    id text primary key,
    name text not null unique,
    role text not null,
    team_id text references team (id),
    device_id text not null unique,
    salt blob not null,
    sealing_key blob not null,
    signing_key blob not null,
    sealed_keys blob not null,
    second_factor_step bigint not null,
    enabled boolean not null,
    made_at bigint not null
);

create table member_key (
    member_id text not null references member (id),
    compartment bigint not null,
    wrapped blob not null,
    primary key (member_id, compartment)
);

create table recovery_code (
    member_id text not null references member (id),
    hash blob not null,
    used_at bigint,
    primary key (member_id, hash)
);

create table event (
    id text primary key,
    position bigint not null unique,
    case_id text not null,
    device_id text not null,
    device_sequence bigint not null,
    previous blob not null,
    clock bigint not null,
    version bigint not null,
    payload_hash blob not null,
    signature blob not null,
    unique (device_id, device_sequence)
);

create index event_by_case on event (case_id, position);

-- May be deleted without breaking the signature of its envelope.
create table payload (
    event_id text primary key,
    compartment bigint not null,
    generation bigint not null,
    sealed blob not null
);

-- The data key of one case's compartment, wrapped to a holder: a team, or for a day the member who wrote it.
create table case_key (
    case_id text not null,
    compartment bigint not null,
    generation bigint not null,
    holder text not null,
    wrapped blob not null,
    expires_at bigint,
    primary key (holder, case_id, compartment, generation)
);

create index case_key_by_case on case_key (case_id, compartment, generation);

-- Projections: re-derived from the events by `rebuild`, and compared byte for byte by `rebuild --verify`.
create table casefile (
    case_id text primary key,
    code text not null unique,
    opened_at bigint not null,
    last_position bigint not null
);

create table summary (
    case_id text not null,
    compartment bigint not null,
    generation bigint not null,
    position bigint not null,
    sealed blob not null,
    primary key (case_id, compartment)
);

-- The right edge of the Merkle log and its newest signed checkpoint; one row.
create table log_head (
    id bigint primary key,
    frontier blob not null,
    note text not null
);

create table access_entry (
    position bigint primary key,
    at bigint not null,
    member_id text not null,
    action text not null,
    outcome text not null,
    case_id text,
    compartments bigint not null,
    cases bigint not null
);

create table admin_entry (
    position bigint primary key,
    at bigint not null,
    member_id text not null,
    action text not null,
    subject text not null
);

-- Rows of lists that were taken in, by a keyed hash of their cells, so that the same row changes nothing.
create table list_row (
    fingerprint blob primary key,
    case_id text not null
);

-- Sealed to the member who saved it: what somebody searches for can be a name.
create table saved_filter (
    id text primary key,
    member_id text not null references member (id),
    sealed blob not null
);
