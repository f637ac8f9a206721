create table oauth_client (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    client_id text not null unique check (client_id ~ '^[a-z0-9][a-z0-9.-]{2,99}$'),
    secret_hash text not null,
    role text not null,
    demo boolean not null default false,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index oauth_client_by_organisation on oauth_client (organisation_id, client_id);
call protect_rows('oauth_client', 'select, insert, update (secret_hash, revoked_at)');
create policy operator on oauth_client to ${app} using ((select operating())) with check ((select operating()));
create policy definer_functions on oauth_client for select to current_user using (true);

create table app_user (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    username text not null unique check (username ~ '^[a-z0-9][a-z0-9.-]{2,99}$'),
    password_hash text not null,
    role text not null,
    demo boolean not null default false,
    created_at timestamptz not null,
    disabled_at timestamptz
);
call protect_rows('app_user', 'select, insert, update (password_hash, disabled_at)');
create policy operator on app_user to ${app} using ((select operating())) with check ((select operating()));
create policy definer_functions on app_user for select to current_user using (true);

-- Signing in happens before any organisation is known: exactly one row, by its exact name. Once an organisation is
-- named, only its own identities are shown, and all of them to the operator.
create function sign_in_client(wanted text)
    returns table (id uuid, organisation_id uuid, organisation_code text, name text, secret_hash text, role text,
                   demo boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select c.id, c.organisation_id, o.code, c.client_id, c.secret_hash, c.role, c.demo
    from oauth_client c join organisation o on o.id = c.organisation_id
    where c.client_id = wanted and c.revoked_at is null
      and (current_organisation() is null or c.organisation_id = current_organisation() or operating())
$$;
revoke execute on function sign_in_client(text) from public;
grant execute on function sign_in_client(text) to ${app};

create function sign_in_user(wanted text)
    returns table (id uuid, organisation_id uuid, organisation_code text, name text, secret_hash text, role text,
                   demo boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select u.id, u.organisation_id, o.code, u.username, u.password_hash, u.role, u.demo
    from app_user u join organisation o on o.id = u.organisation_id
    where u.username = wanted and u.disabled_at is null
      and (current_organisation() is null or u.organisation_id = current_organisation() or operating())
$$;
revoke execute on function sign_in_user(text) from public;
grant execute on function sign_in_user(text) to ${app};

create function organisation_by_code(wanted text) returns table (id uuid, kind text)
    language sql stable security definer set search_path = public, pg_temp
as $$ select o.id, o.kind from organisation o where o.code = wanted $$;

-- What crosses between organisations crosses by a grant with a purpose and an end. That the granter owns the plan is
-- a foreign key, added where plans are made.
create table plan_grant (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    plan_id uuid not null,
    grantee_organisation_id uuid not null references organisation,
    purpose text not null check (purpose in ('QUOTE', 'ASSESS', 'REVIEW')),
    valid_to timestamptz not null,
    granted_by text not null,
    granted_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    check (grantee_organisation_id <> organisation_id)
);
create index plan_grant_by_plan on plan_grant (plan_id, grantee_organisation_id);
call protect_rows('plan_grant', 'select, insert, update (revoked_at, revoked_by)');
create policy grantee on plan_grant for select to ${app} using (grantee_organisation_id = current_organisation());
create policy definer_functions on plan_grant for select to current_user using (true);

-- Whether the organisation of this transaction holds a grant of this plan that is in force; purpose null: any.
create function granted_plan(wanted_plan uuid, wanted_purpose text) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select exists (
        select 1 from plan_grant
        where plan_id = wanted_plan
          and grantee_organisation_id = current_organisation()
          and (wanted_purpose is null or purpose = wanted_purpose)
          and revoked_at is null
          and valid_to > transaction_timestamp())
$$;
