-- Flaws found on looking twice.

-- Whoever passed a complaint on or took it keeps seeing it: an update that took it out of its author's sight was refused.
alter table complaint add column passed_by uuid,
  add foreign key (organization_id, passed_by) references person (organization_id, id);
drop policy answered on complaint;
create policy answered on complaint for select using (organization_id = app.organization()
  and ((select app.people())::uuid[] && array[responsible_id, passed_by, taken_by]));

-- What a merge or its undo writes says itself by what a tier was set.
drop trigger tier_by_hand_changed on customer;
create trigger tier_by_hand_changed before update of tier on customer for each row
  when (new.tier is distinct from old.tier and new.tier_by is not distinct from old.tier_by
    and app.command() not in ('compute-tiers', 'undo-tiers', 'compute-tier-of', 'merge-customers', 'undo-merge'))
  execute function app.tier_by_hand();

-- Who writes what customers owe and pay is decided here too (rule 10.1): whoever records money, and whoever collects it;
-- nobody else's work deletes it. A merge moves it, an erasure blanks its words.
do $$
declare tab text;
  writes constant text := 'organization_id = app.organization() and ((select app.may(''money.record''))
    or (select app.may(''money.collect'')) or (select app.may(''customers.merge'')) or (select app.may(''privacy.erase'')))';
begin
  foreach tab in array array['receivable', 'payment', 'allocation'] loop
    execute format('create policy who_adds on %s as restrictive for insert with check (%s)', tab, writes);
    execute format('create policy who_changes on %s as restrictive for update using (%s)', tab, writes);
    execute format('create policy who_removes on %s as restrictive for delete using (organization_id = app.organization()
      and (select app.may(''money.record'')))', tab);
  end loop;
end $$;
-- What was agreed stays: a merge leaves agreements where they are, an erasure takes the reason.
create policy who_changes on customer_price_list as restrictive for update using (organization_id = app.organization()
  and ((select app.may('privacy.erase')) or (select app.may('prices.change'))));

-- A holder's entry is of the same seat.
create or replace function app.held_by_entry() returns trigger language plpgsql as $$
begin
  if exists (select from written w left join ledger_entry e on e.organization_id = w.organization_id and e.id = w.entry_id
    where e.customer_id is distinct from w.customer_id or e.person_id is distinct from w.person_id
      or e.line is distinct from w.line or e.role is distinct from w.role or e.seat is distinct from w.seat)
  then
    raise exception 'somebody holds a customer and no entry says so'
      using errcode = 'foreign_key_violation', constraint = 'holder_entry', table = 'holder';
  end if;
  return null;
end $$;

-- Whoever erases finds the notes that name the person.
create policy erasing on hand_in for select using (organization_id = app.organization() and (select app.may('privacy.erase')));
