-- Photographs and scans, sealed in chunks. What they are stands in the case's events.

-- One for each that was not removed. Its id is that of the event with which it was added.
create table attachment (
    event_id text primary key,
    case_id text not null,
    compartment bigint not null,
    generation bigint not null,
    chunks bigint not null,
    -- The key of its chunks, sealed under the case's key of its compartment.
    sealed_key blob not null,
    -- A small picture of it.
    preview blob not null,
    sum bigint
);

create index attachment_by_case on attachment (case_id, event_id);

create table attachment_chunk (
    event_id text not null references attachment (event_id),
    number bigint not null,
    sealed blob not null,
    sum bigint,
    primary key (event_id, number)
);
