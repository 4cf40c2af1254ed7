-- How far each witness has followed the log. What a witness itself keeps is the proof; this is what the registry knows
-- of it, so that it need not begin anew.
create table witness (
    -- The witness's key, as signed notes write it.
    vkey text primary key,
    -- How many entries the checkpoint had that it cosigned last, and the log's right edge there.
    size bigint not null,
    edge blob not null,
    -- That checkpoint with the cosignature; empty before the first.
    note text not null,
    cosigned_at bigint not null,
    -- What the witness said last ('cosigned', 'silent', 'refused', 'shorter' or 'differs'), and since when.
    state text not null,
    since bigint not null,
    sum bigint
);
