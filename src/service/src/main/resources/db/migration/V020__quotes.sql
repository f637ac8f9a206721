-- Releases belong to the operator: every organisation may read them, no request may change them.
create table release (
    digest          text primary key check (digest ~ '^[0-9a-f]{64}$'),
    id              text not null,
    version         text not null,
    effective_from  date not null,
    published_on    date not null,
    archive_sha256  text not null references content (sha256),
    state           text not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    recorded_at     timestamptz not null default now()
);

alter table release enable row level security;
alter table release force row level security;
create policy readable on release for select to ${app} using (true);
create policy added_by_operator on release for insert to ${app} with check ((select operating()));
grant select, insert on release to ${app};

-- A quote is never changed once it is priced; what happens to it afterwards is a row of quote_event.
create table quote (
    id                 uuid primary key,
    organisation_id    uuid not null references organisation,
    plan_id            uuid not null,
    plan_revision      int not null,
    policyholder_code  text not null,
    product_id         text not null,
    release_digest     text not null references release (digest),
    decision           text not null check (decision in ('ACCEPT', 'ACCEPT_WITH_CONDITIONS', 'REFER', 'DECLINE')),
    total_premium_cny  numeric(18, 2),
    sum_insured_cny    numeric(18, 2),
    rating_date        date not null,
    expires_on         date not null,
    created_at         timestamptz not null,
    created_by         text not null,
    body               json not null, -- as it was answered, key order kept
    unique (id, organisation_id)      -- for foreign keys that keep what belongs to a quote with its owner
);

create index quote_by_organisation on quote (organisation_id, created_at desc, id);
create index quote_by_plan on quote (plan_id);

create table quote_event (
    quote_id         uuid not null,
    seq              int not null,
    organisation_id  uuid not null,
    state            text not null,
    action           text not null,
    actor            text not null,
    role             text not null,
    at               timestamptz not null,
    reason           text,
    detail           jsonb not null default '{}',
    primary key (quote_id, seq),
    foreign key (quote_id, organisation_id) references quote (id, organisation_id)
);

create table rate_basis (
    id                    uuid primary key,
    quote_id              uuid not null unique,
    organisation_id       uuid not null,
    format_version        text not null,
    record                text not null,
    sha256                text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    signature_algorithm   text not null,
    signature_key_id      text not null,
    signature_public_key  text not null,
    signature             text not null,
    foreign key (quote_id, organisation_id) references quote (id, organisation_id)
);

-- each organisation sees its own quotes only
alter table quote enable row level security;
alter table quote force row level security;
create policy own_quotes on quote
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

alter table quote_event enable row level security;
alter table quote_event force row level security;
create policy own_quote_events on quote_event
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

alter table rate_basis enable row level security;
alter table rate_basis force row level security;
create policy own_rate_bases on rate_basis
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

-- nothing here is ever updated or deleted by the service
grant select, insert on quote, quote_event, rate_basis to ${app};
