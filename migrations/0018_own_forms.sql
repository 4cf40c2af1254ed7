-- An organisation's own instruments: questions, and nothing of what anybody answered. Every version stays.
create table own_form (
    id text not null,
    version bigint not null,
    -- The sheets survey, choices and settings of the XLSForm, as JSON.
    form text not null,
    at bigint not null,
    by_name text not null,
    sum bigint,
    primary key (id, version)
);
