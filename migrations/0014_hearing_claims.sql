-- Who hears whom at this moment, so that nobody is asked the same twice.
create table hearing_claim (
    case_id text primary key,
    member_id text not null,
    -- The claim is over then, unless an answer renews it.
    until bigint not null,
    sum bigint
);
