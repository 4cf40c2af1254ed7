-- Who asked for the keys of a case in an emergency, who gave them, and who reviewed it. Pseudonymous ids and dates; the
-- words are sealed.
create table emergency (
    id text primary key,
    -- Nothing when no case has the code that was asked for: whoever asks is not told which it was.
    case_id text,
    -- The team that holds the case.
    team_id text,
    -- Who asks.
    member_id text not null,
    -- One bit for each compartment that is asked for: bit n for number n.
    parts bigint not null,
    hours bigint not null,
    -- Sealed to the team's readers of "protection", and to whoever asks.
    reason blob not null,
    own_copy blob not null,
    -- "asked", "refused", "lapsed", "granted", "ended", "justified" or "not-justified".
    state text not null,
    asked_at bigint not null,
    -- When the team was alerted.
    told_at bigint,
    answered_at bigint,
    answered_by text,
    -- Why it was refused. Sealed to the team's readers of "protection", as is the review.
    answer blob,
    expires_at bigint,
    reviewed_at bigint,
    reviewed_by text,
    review blob,
    sum bigint
);

create index emergency_by_team on emergency (team_id, asked_at);
create index emergency_by_member on emergency (member_id, asked_at);
create index emergency_by_state on emergency (state, asked_at);

-- Who has read a case is asked by case.
create index access_entry_by_case on access_entry (case_id, position);
