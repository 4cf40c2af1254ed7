-- Telling other systems that something changed, and knowing which of their records came before.

-- Where a call goes when the log grew. The secret signs calls while nobody is signed in, so it lies here readable;
-- it opens nothing of any case.
create table webhook (
    id text primary key,
    address text not null,
    secret blob not null,
    -- Whether an administrator allowed an address inside a private network.
    private_allowed boolean not null,
    made_at bigint not null,
    -- The newest position of an event whose call was answered.
    acknowledged bigint not null,
    -- Calls that failed since the last one that was answered, since when, and when the next is due.
    failures bigint not null,
    failing_since bigint,
    due_at bigint not null,
    enabled boolean not null,
    -- What went wrong last, as a sentence.
    trouble text not null,
    sum bigint
);

-- Records of other systems that were taken in, by a keyed hash of sender and record, so that the same record
-- registers nobody twice.
create table brought_record (
    fingerprint blob primary key,
    content blob not null,
    case_id text not null,
    sum bigint
);
