-- One table for all work that goes on after its request was answered. A job is cut into items; each is done in one
-- transaction with its row in job_item and the counts of its job, so that a job that was interrupted goes on after its
-- last item and does none twice.

create table job (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
    parameters jsonb not null,
    state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    created_at timestamptz not null,
    created_by text not null,
    role text not null,
    started_at timestamptz,
    ended_at timestamptz,
    total integer check (total >= 0),           -- items; null until they are counted
    accepted integer not null default 0,
    refused integer not null default 0,
    cancel_requested boolean not null default false,
    failure text,                               -- why it FAILED, a code
    attempts integer not null default 0,        -- takings-up since the last item that was done
    runner uuid,                                -- which taking-up works on it; another one takes it away from this one
    heartbeat_at timestamptz,                   -- by the database's clock, which all processes share
    unique (id, organisation_id),               -- for foreign keys that keep what belongs to a job with its owner
    check ((state = 'RUNNING') = (runner is not null)),
    check ((state in ('DONE', 'FAILED', 'CANCELLED')) = (ended_at is not null))
);
create index job_by_time on job (organisation_id, created_at desc, id desc);
create index job_unfinished on job (created_at) where state in ('QUEUED', 'RUNNING');
call protect_rows('job', 'select, insert, delete, update (state, started_at, ended_at, total, accepted, refused,
    cancel_requested, failure, attempts, runner, heartbeat_at)');
create policy definer_functions on job for select to current_user using (true);

-- What became of each item.
create table job_item (
    job_id uuid not null,
    position integer not null check (position >= 0),
    organisation_id uuid not null,
    key text not null,                          -- how the input names it
    accepted boolean not null,
    result jsonb not null,
    findings jsonb not null,
    primary key (job_id, position),
    foreign key (job_id, organisation_id) references job (id, organisation_id) on delete cascade
);
call protect_rows('job_item', 'select, insert');

-- What a job works on, in pieces. It may hold personal data, so it goes when the job ends.
create table job_input (
    job_id uuid not null,
    part integer not null check (part >= 0),
    organisation_id uuid not null,
    bytes bytea not null,
    primary key (job_id, part),
    foreign key (job_id, organisation_id) references job (id, organisation_id) on delete cascade
);
call protect_rows('job_input', 'select, insert, delete');

-- Jobs of every organisation that nobody works on, first those of organisations with the fewest at work. A job whose
-- runner has been silent that long was left by a process that is gone.
create function waiting_jobs(silence interval) returns table (id uuid, organisation_id uuid)
    language sql volatile security definer set search_path = public, pg_temp
as $$
    select w.id, w.organisation_id from job w
    where w.state = 'QUEUED' or (w.state = 'RUNNING' and w.heartbeat_at < clock_timestamp() - silence)
    order by (select count(*) from job r
              where r.organisation_id = w.organisation_id and r.state = 'RUNNING'
                and r.heartbeat_at >= clock_timestamp() - silence),
             w.created_at
    limit 20
$$;
revoke execute on function waiting_jobs(interval) from public;
grant execute on function waiting_jobs(interval) to ${app};
