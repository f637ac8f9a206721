-- what people decided about a quote after it was priced: sealed like its rate basis, and never changed

create table rate_basis_decision (
    quote_id              uuid not null,
    seq                   integer not null,
    organisation_id       uuid not null,
    record                text not null,
    sha256                text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    signature_algorithm   text not null,
    signature_key_id      text not null,
    signature_public_key  text not null,
    signature             text not null,
    primary key (quote_id, seq),
    foreign key (quote_id, organisation_id) references quote (id, organisation_id)
);

alter table rate_basis_decision enable row level security;
alter table rate_basis_decision force row level security;
create policy own_rate_basis_decisions on rate_basis_decision
    using (organisation_id = current_organisation())
    with check (organisation_id = current_organisation());

grant select, insert on rate_basis_decision to ${app};
