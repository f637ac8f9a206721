-- Organisations with jobs that ended before a moment; those jobs are then removed in a transaction of each.
create index job_ended on job (ended_at) where ended_at is not null;
create function organisations_with_jobs_ended(before timestamptz) returns table (organisation_id uuid)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select distinct j.organisation_id from job j where j.ended_at < before
$$;
revoke execute on function organisations_with_jobs_ended(timestamptz) from public;
grant execute on function organisations_with_jobs_ended(timestamptz) to ${app};
