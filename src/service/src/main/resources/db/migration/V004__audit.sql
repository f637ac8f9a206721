-- Append-only: the application may read and insert; even the owner meets the trigger.
create table audit_entry (
    organisation_id uuid not null references organisation,
    sequence bigint not null check (sequence > 0),
    recorded_at timestamptz not null,
    actor text not null,
    role text not null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    refused boolean not null,
    detail jsonb not null,
    previous_sha256 text not null check (previous_sha256 ~ '^[0-9a-f]{64}$'),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (organisation_id, sequence)
);
call protect_rows('audit_entry', 'select, insert');
create policy operator on audit_entry for select to ${app} using ((select operating()));

create function audit_entry_is_append_only() returns trigger
    language plpgsql
as $$
begin
    raise exception 'audit_entry is append-only';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_append_only();
