-- Row-level security for every table with an organisation_id. ${app} is the role that serves requests; it owns nothing.
-- The service names the organisation of the transaction with set_config('panbao.organisation', …, true).
-- No organisation named: no rows.

grant usage on schema public to ${app};

create function current_organisation() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('panbao.organisation', true), '')::uuid;

create table organisation (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    kind text not null check (kind in ('INSURER', 'VENDOR', 'ENTERPRISE', 'REVIEWER', 'OPERATOR')),
    name text not null check (length(name) between 1 and 200),
    created_at timestamptz not null
);

create unique index organisation_one_operator on organisation (kind) where kind = 'OPERATOR';

-- the operator is there from the beginning: releases and reference data belong to it
insert into organisation (id, code, kind, name, created_at)
values (gen_random_uuid(), '${operator_code}', 'OPERATOR', '${operator_name}', transaction_timestamp());

alter table organisation enable row level security;
alter table organisation force row level security;

-- functions below run as the owner of the tables and read through this policy
create policy definer_functions on organisation for select to current_user using (true);

create function operator_organisation() returns uuid
    language sql stable security definer set search_path = public, pg_temp
as $$ select id from organisation where kind = 'OPERATOR' $$;

-- true while the operator's own organisation is the one named
create function operating() returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select 1 from organisation where id = current_organisation() and kind = 'OPERATOR') $$;

-- Those who serve are known to all; an enterprise is seen by itself and the operator.
create policy visible on organisation for select to ${app}
    using (current_organisation() is not null
           and (kind <> 'ENTERPRISE' or id = current_organisation() or (select operating())));
create policy made_by_operator on organisation for insert to ${app}
    with check ((select operating()));

grant select, insert on organisation to ${app};

-- For every table with an organisation_id: row-level security, also for the owner, and the privileges named.
-- Further policies (grants, for example) may stand beside this one; PostgreSQL joins them with OR.
create procedure protect_rows(protected regclass, privileges text)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format('create policy own_organisation on %s to ${app} using (organisation_id = current_organisation()) '
                   'with check (organisation_id = current_organisation())', protected);
    execute format('grant %s on %s to ${app}', privileges, protected);
end
$$;
revoke execute on procedure protect_rows(regclass, text) from public;
