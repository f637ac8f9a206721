-- A password that was given to a user is known to whoever gave it: nothing is open before the user has changed it.
alter table app_user add password_initial boolean not null default false;
grant update (password_initial) on app_user to ${app};

drop function sign_in_user(text);
create function sign_in_user(wanted text)
    returns table (id uuid, organisation_id uuid, organisation_code text, name text, secret_hash text, role text,
                   demo boolean, password_initial boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select u.id, u.organisation_id, o.code, u.username, u.password_hash, u.role, u.demo, u.password_initial
    from app_user u join organisation o on o.id = u.organisation_id
    where u.username = wanted and u.disabled_at is null
      and (current_organisation() is null or u.organisation_id = current_organisation() or operating())
$$;
revoke execute on function sign_in_user(text) from public;
grant execute on function sign_in_user(text) to ${app};
