-- What members are to look at, and how they are told of it when they are not looking. Ids, kinds and dates; nothing
-- here says what an alert is about.

create table alert (
    id text primary key,
    raised_at bigint not null,
    -- "team/ID", "team/ID/ROLE", "role/ROLE" or "member/ID".
    recipient text not null,
    kind text not null,
    case_id text,
    -- How many members it reached when it was raised.
    reached bigint not null,
    sum bigint
);

create index alert_by_recipient on alert (recipient, id);
create index alert_by_case on alert (case_id);

-- One row for each member who has not seen it; who saw what, and when, is kept nowhere.
create table alert_unseen (
    member_id text not null references member (id),
    alert_id text not null references alert (id),
    sum bigint,
    primary key (member_id, alert_id)
);

create index alert_unseen_by_alert on alert_unseen (alert_id);

-- Where a member is told that something waits: an address for e-mail, or a browser that takes pushes. It is used
-- while nobody is signed in, so it lies here readable.
create table alert_channel (
    id text primary key,
    member_id text not null references member (id),
    -- "mail" or "push".
    kind text not null,
    address text not null,
    -- The language in which the member is told.
    tongue text not null,
    made_at bigint not null,
    -- An address for e-mail is used once the code that was sent to it came back.
    confirmed boolean not null,
    code blob,
    code_ends_at bigint,
    attempts bigint not null,
    -- Since when something waits to be told; when a server took it on; when the member was told last.
    waiting_since bigint,
    claimed_at bigint,
    told_at bigint,
    failures bigint not null,
    failing_since bigint,
    due_at bigint not null,
    enabled boolean not null,
    -- A stable word for what went wrong last; empty when nothing did.
    trouble text not null,
    sum bigint
);

create index alert_channel_by_member on alert_channel (member_id);

-- Shows to the services that carry pushes that it is always the same server that sends them. It opens nothing.
create table push_key (
    id bigint primary key,
    private_key blob not null,
    made_at bigint not null,
    sum bigint
);
