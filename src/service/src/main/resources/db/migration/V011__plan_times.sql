-- Two times of everything that a plan says. Recorded time: when it came to the service, and by whom. Valid time: the day
-- as of which it is said to be true. "What was known at T" asks for the first, "what was said of day D" for the second.

-- the owner updates rows of every organisation, once
alter table plan_revision no force row level security;
alter table plan_revision add column valid_from date;
update plan_revision set valid_from = (recorded_at at time zone 'Asia/Shanghai')::date;
alter table plan_revision alter column valid_from set not null;

create index plan_revision_by_recorded_time on plan_revision (plan_id, recorded_at);

-- Answers of a revision, one a row. Who answered is a person's name and stays in plan_personal_data, under the pointer.
create table plan_answer (
    plan_id uuid not null,
    revision integer not null,
    pointer text not null,           -- place of the answer in the plan
    organisation_id uuid not null references organisation,
    question_id text not null,
    asserted_by text,                -- the insured that answers; null: the policyholder, for the plan as a whole
    state text not null,
    evidence text not null,          -- as stated; a measured answer without assessment counts as documented
    assessment_reference text,
    value numeric,
    value_date date,                 -- the date asked for
    valid_from date not null,        -- the day of the answer, else that of the revision
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (plan_id, revision, pointer),
    foreign key (plan_id, revision, organisation_id) references plan_revision (plan_id, revision, organisation_id)
);
create index plan_answer_by_question on plan_answer (question_id, state, valid_from);

-- The answers in a plan's body; the one place that knows how they are written.
create function plan_answers(body jsonb, revision_valid_from date)
    returns table (pointer text, question_id text, asserted_by text, state text, evidence text,
                   assessment_reference text, value numeric, value_date date, valid_from date)
    language sql stable
as $$
    select '/security/answers/' || (place - 1),
           answer ->> 'questionId',
           answer ->> 'insuredId',
           answer ->> 'state',
           coalesce(answer ->> 'evidence', 'DECLARED'),
           answer ->> 'assessmentReference',
           (answer ->> 'value')::numeric,
           (answer ->> 'date')::date,
           coalesce((answer ->> 'answeredOn')::date, revision_valid_from)
    from jsonb_array_elements(coalesce(body #> '{security,answers}', '[]')) with ordinality as given (answer, place)
$$;

insert into plan_answer (plan_id, revision, organisation_id, recorded_at, recorded_by, pointer, question_id, asserted_by,
                         state, evidence, assessment_reference, value, value_date, valid_from)
select r.plan_id, r.revision, r.organisation_id, r.recorded_at, r.recorded_by, a.*
from plan_revision r cross join lateral plan_answers(r.body, r.valid_from) a;

alter table plan_revision force row level security;

call protect_rows('plan_answer', 'select, insert');
create policy granted on plan_answer for select to ${app} using (plan_id in (select granted_plans()));
