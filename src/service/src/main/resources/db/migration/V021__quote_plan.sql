-- A quote stands on a revision that exists. The plan may be another organisation's, open by a grant: PostgreSQL looks
-- foreign keys up past row-level security, so the key holds for such plans too, and tells no more than that an id is
-- taken. That the plan is the insurer's own or granted to it is asked when the quote is made: a grant ends, the quote stays.
alter table quote add constraint quote_plan_revision
    foreign key (plan_id, plan_revision) references plan_revision (plan_id, revision);
