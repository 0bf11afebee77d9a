-- Why a customer is kept for somebody may name a person; it goes with whom it names (rule 10.3), and nothing but an erasure
-- rewrites it.
create policy rewritable on protection_lock for update using (organization_id = app.organization() and app.may('privacy.erase'));
grant update (reason) on protection_lock to relevo_app;
create function app.reason_stays() returns trigger language plpgsql as $$
begin
  if new.reason is distinct from old.reason and not app.may('privacy.erase') then
    raise exception 'a reason is rewritten by an erasure only' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger reason_stays before update on protection_lock for each row execute function app.reason_stays();
