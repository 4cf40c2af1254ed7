-- When a mission receives people: for a day of the week ("mon") or one date, "09:00 20;10:30 10". Empty: nobody.
create table mission_hours (
    nationality text not null,
    day text not null,
    at bigint not null,
    slots text not null,
    by_name text not null,
    sum bigint,
    primary key (nationality, day)
);
-- How many places of a day with a mission are taken, by all teams together, and nothing of whom.
create table mission_place (
    nationality text not null,
    on_day text not null,
    at text not null,
    taken bigint not null,
    sum bigint,
    primary key (nationality, on_day, at)
);
-- How far everybody was reminded of a dated deadline of a country's pack.
create table pack_reminder (
    pack text not null,
    deadline text not null,
    on_day text not null,
    rung bigint not null,
    sum bigint,
    primary key (pack, deadline)
);
