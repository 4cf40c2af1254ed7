-- What teams asked others for. Who, what and the answer are sealed in a file of its own, whose keys both sides hold;
-- here are pseudonymous ids and dates, for what must happen when nobody is signed in.
create table referral (
    -- The file's case id: not that of the person's own case.
    file_id text primary key,
    from_team text not null,
    -- Nobody on this server when an organisation elsewhere was asked.
    to_team text,
    -- For the team that asked: which case, which service. Sealed to its readers of identities.
    about blob not null,
    -- "open", "answered", "silent" or "withdrawn".
    state text not null,
    asked_at bigint not null,
    due_at bigint not null,
    answered_at bigint,
    withdrawn_at bigint,
    -- When and by whom it was said that everything copied from it is deleted.
    deleted_at bigint,
    deleted_by text,
    sum bigint
);

create index referral_by_recipient on referral (to_team, asked_at);
create index referral_by_sender on referral (from_team, asked_at);
create index referral_by_due on referral (state, due_at);

-- A link for an organisation without a sign-in: what it shows, sealed under a key that only the link holds, and the
-- answer, sealed to the team that asked until one of its members takes it in.
create table referral_link (
    file_id text primary key,
    mark blob not null unique,
    sealed blob not null,
    expires_at bigint not null,
    opened_at bigint,
    answer blob,
    answered_at bigint,
    sum bigint
);
