-- A program of somebody else, with rights and an end of its own. Its keys stand with the members; only its token
-- opens them.
create table integration (
    member_id text primary key references member (id),
    -- What its token is known by: derived from the token, and opens nothing.
    mark blob not null unique,
    -- Stable words, with spaces between them.
    actions text not null,
    compartments text not null,
    expires_at bigint not null
);
