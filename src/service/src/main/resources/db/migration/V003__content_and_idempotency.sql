-- Bytes under their SHA-256: releases belong to the operator and are readable by all, so no organisation here.
create table content (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bytea not null,
    media_type text not null,
    stored_at timestamptz not null
);
alter table content enable row level security;
alter table content force row level security;
create policy readable on content for select to ${app} using (true);
create policy kept_by_operator on content for insert to ${app} with check ((select operating()));
grant select, insert on content to ${app};

create table idempotency_key (
    organisation_id uuid not null references organisation,
    actor text not null,
    key text not null check (length(key) between 1 and 200),
    call text not null,
    request_sha256 text not null,
    status int not null,
    headers jsonb not null,
    body bytea,
    stored_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (organisation_id, actor, key)
);
create index idempotency_key_by_end on idempotency_key (organisation_id, expires_at);
call protect_rows('idempotency_key', 'select, insert, delete');
