-- what pages list first: what waits or lapses, what was decided lately, what was granted to an organisation
create index quote_by_expiry on quote (organisation_id, expires_on);
create index quote_decided on quote_event (organisation_id, at desc) where action in ('APPROVE', 'DECLINE');
create index plan_grant_by_grantee on plan_grant (grantee_organisation_id, granted_at desc) where revoked_at is null;
