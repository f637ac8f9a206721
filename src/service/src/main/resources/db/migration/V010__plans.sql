-- Plans and their revisions. A revision is kept as filed, but for personal data, which stands apart and can be erased
-- without touching the revision or its digest.

-- The plans that others have granted the organisation of this transaction, for any purpose.
create function granted_plans() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
as $$
    select plan_id from plan_grant
    where grantee_organisation_id = current_organisation()
      and revoked_at is null
      and valid_to > transaction_timestamp()
$$;

create table plan (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    revision integer not null check (revision > 0),
    plan_name text not null,
    policyholder_name text not null,
    policyholder_code text not null,
    form text not null check (form in ('FULL', 'SHORT')),
    direction text not null,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    unique (id, organisation_id) -- for foreign keys that keep rows of a plan with its owner
);
create index plan_by_time on plan (organisation_id, created_at desc, id desc);
create index plan_by_policyholder on plan (policyholder_code);
call protect_rows('plan',
    'select, insert, update (revision, plan_name, policyholder_name, policyholder_code, form, direction, changed_at)');
create policy granted on plan for select to ${app} using (id in (select granted_plans()));

-- nobody grants a plan of others; the functions that ask for grants rely on it
alter table plan_grant add constraint plan_grant_by_owner
    foreign key (plan_id, organisation_id) references plan (id, organisation_id);

create table plan_revision (
    plan_id uuid not null,
    revision integer not null check (revision > 0),
    organisation_id uuid not null references organisation,
    body jsonb not null,             -- as filed, without personal data
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of the canonical form (RFC 8785) of body
    findings jsonb not null,
    questions jsonb not null,        -- the questions answered, as they were worded then
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (plan_id, revision),
    unique (plan_id, revision, organisation_id),
    foreign key (plan_id, organisation_id) references plan (id, organisation_id)
);
call protect_rows('plan_revision', 'select, insert');
create policy granted on plan_revision for select to ${app} using (plan_id in (select granted_plans()));

-- Contacts and names of those who answered, by their place in the plan. The owner alone sees them.
create table plan_personal_data (
    plan_id uuid not null,
    revision integer not null,
    pointer text not null,
    organisation_id uuid not null references organisation,
    value jsonb not null,
    primary key (plan_id, revision, pointer),
    foreign key (plan_id, revision, organisation_id) references plan_revision (plan_id, revision, organisation_id)
);
call protect_rows('plan_personal_data', 'select, insert, delete');
