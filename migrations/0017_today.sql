-- Days on which something is due for a case, for reminders with nobody signed in: no word of what it is.
create table due (
    case_id text not null,
    -- The event that states it: tells the days of one case apart.
    mark text not null,
    team_id text not null,
    -- "deadline" or "follow-up".
    kind text not null,
    on_day text not null,
    -- How many rungs of the ladder were climbed.
    rung bigint not null,
    sum bigint,
    primary key (case_id, mark)
);
create index due_by_day on due (on_day);

-- One step taken for many people at once. Which step is sealed to the team.
create table batch (
    id text primary key,
    team_id text not null,
    member_id text not null,
    at bigint not null,
    what blob not null,
    undone_at bigint,
    sum bigint
);

-- For whom: the event with which it was written, from which what was there before is found again.
create table batch_row (
    batch_id text not null,
    case_id text not null,
    event_id text not null,
    sum bigint,
    primary key (batch_id, case_id)
);

-- The secret of a member's calendar, as a hash: whoever has the address reads codes and days without a sign-in.
create table calendar_feed (
    member_id text primary key,
    secret blob not null,
    made_at bigint not null,
    sum bigint
);
