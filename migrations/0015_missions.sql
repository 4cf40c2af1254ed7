-- What this organisation found out about missions: which is responsible for a nationality, and who said so.
create table mission_correction (
    nationality text not null,
    at bigint not null,
    represented text not null,
    -- "Bangkok, THA", with semicolons between several.
    seats text not null,
    source text not null,
    on_day text not null,
    by_name text not null,
    by_member text not null,
    sum bigint,
    primary key (nationality, at)
);
