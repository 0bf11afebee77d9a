-- Who is to visit a customer is kept once a statement: a transfer passes thousands of visits inside the ledger's lock, and two
-- functions a row took most of it. And sight of a customer by a visit is short: it begins two weeks before the planned day.

-- The people of these visits, written anew. The only way into `visitor`: what the triggers need to read and to write is lent
-- for this statement, so that a command may plan visits and yet give nobody sight of a customer otherwise.
create function app.keep_visitors(visits uuid[]) returns void language plpgsql volatile as $$
declare allowed text := current_setting('app.may', true);
begin
  if visits is null then
    return;
  end if;
  perform set_config('app.may', ',customers.read.all,visitors.keep,', true);
  with ahead as materialized (
    select v.organization_id, v.id, v.person_id, v.customer_id, v.planned_on + 7 as until_day from visit v
    where v.organization_id = app.organization() and v.id = any (visits)
      and v.planned_on is not null and v.cancelled_at is null
  ), wanted as materialized (
    select a.organization_id, a.id as visit_id, a.person_id, a.customer_id, a.until_day from ahead a
    union
    select a.organization_id, a.id, c.person_id, a.customer_id, a.until_day
    from ahead a join visit_companion c on c.organization_id = a.organization_id and c.visit_id = a.id
  ), gone as (
    delete from visitor r where r.organization_id = app.organization() and r.visit_id = any (visits)
      and not exists (select from wanted w where w.visit_id = r.visit_id and w.person_id = r.person_id)
  )
  insert into visitor as r (organization_id, visit_id, person_id, customer_id, until_day)
  select w.organization_id, w.visit_id, w.person_id, w.customer_id, w.until_day from wanted w
  on conflict (organization_id, visit_id, person_id) do update
    set customer_id = excluded.customer_id, until_day = excluded.until_day
    where (r.customer_id, r.until_day) is distinct from (excluded.customer_id, excluded.until_day);
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;

drop policy writable on visitor;
drop policy changeable on visitor;
drop policy removable on visitor;
create policy writable on visitor for insert
  with check (organization_id = app.organization() and (select app.may('visitors.keep')));
create policy changeable on visitor for update
  using (organization_id = app.organization() and (select app.may('visitors.keep')));
create policy removable on visitor for delete
  using (organization_id = app.organization() and (select app.may('visitors.keep')));

drop trigger visitors_added on visit;
drop trigger visitors_changed on visit;
drop trigger visitors_changed on visit_companion;
drop function app.visit_changed();
drop function app.companion_changed();
drop function app.set_visitors(uuid);

create function app.visits_added() returns trigger language plpgsql as $$
begin
  perform app.keep_visitors((select array_agg(w.id) from written w where w.planned_on is not null));
  return null;
end $$;
create trigger visitors_added after insert on visit referencing new table as written
  for each statement execute function app.visits_added();

create function app.visits_changed() returns trigger language plpgsql as $$
begin
  perform app.keep_visitors((
    select array_agg(w.id) from written w
    join former f on f.organization_id = w.organization_id and f.id = w.id
    where (f.person_id, f.customer_id, f.planned_on, f.cancelled_at is null)
        is distinct from (w.person_id, w.customer_id, w.planned_on, w.cancelled_at is null)));
  return null;
end $$;
create trigger visitors_changed after update on visit referencing old table as former new table as written
  for each statement execute function app.visits_changed();

create function app.companions_added() returns trigger language plpgsql as $$
begin
  perform app.keep_visitors((select array_agg(distinct w.visit_id) from written w));
  return null;
end $$;
create trigger visitors_added after insert on visit_companion referencing new table as written
  for each statement execute function app.companions_added();

create function app.companions_changed() returns trigger language plpgsql as $$
begin
  perform app.keep_visitors((
    select array_agg(distinct c.visit_id) from (
      (select f.id, f.visit_id, f.person_id from former f except select w.id, w.visit_id, w.person_id from written w)
      union all
      (select w.id, w.visit_id, w.person_id from written w except select f.id, f.visit_id, f.person_id from former f)
    ) c));
  return null;
end $$;
create trigger visitors_changed after update on visit_companion referencing old table as former new table as written
  for each statement execute function app.companions_changed();

create function app.companions_gone() returns trigger language plpgsql as $$
begin
  perform app.keep_visitors((select array_agg(distinct f.visit_id) from former f));
  return null;
end $$;
create trigger visitors_gone after delete on visit_companion referencing old table as former
  for each statement execute function app.companions_gone();

-- Two weeks before the planned day until one after it.
create or replace function app.own_customers() returns setof uuid language plpgsql stable parallel safe cost 1 rows 100 as $$
declare pool constant boolean := app.may('customers.assign');
begin
  return query select h.customer_id from holder h
    where h.organization_id = app.organization() and h.person_id = any ((select app.people())::uuid[]);
  return query select v.customer_id from visitor v
    where v.organization_id = app.organization() and v.person_id = any ((select app.people())::uuid[])
      and v.until_day between (select app.today()) and (select app.today()) + 21;
  if pool then
    return query select h.customer_id from holder h
      where h.organization_id = app.organization() and h.person_id is null and h.role = 'owner';
  end if;
  return query select m.customer_id from merged_customer m
    join holder h on h.organization_id = m.organization_id and h.customer_id = m.kept_id
    where m.organization_id = app.organization()
      and (h.person_id = any ((select app.people())::uuid[]) or (pool and h.person_id is null and h.role = 'owner'));
end $$;

-- As before, with who serves the customers on those days found for all visits together.
create index visit_following on visit (organization_id, customer_id, planned_on) where for_owner and visited_on is null;
create or replace function app.pass_visits(customers uuid[]) returns table (id uuid, customer_id uuid)
language plpgsql volatile as $$
declare
  allowed text := current_setting('app.may', true);
  passing uuid[];
  servers uuid[];
begin
  perform set_config('app.may', ',customers.read.all,visitors.keep,', true);
  select array_agg(s.id), array_agg(s.server) into passing, servers from (
    select w.id, coalesce(c.person_id, o.person_id) as server, w.person_id, w.cancelled_at from visit w
    left join lateral (
      select e.person_id from ledger_entry e where e.organization_id = w.organization_id and e.customer_id = w.customer_id
        and e.line = 'all' and e.role = 'cover' and e.seat = 0 and e.from_day <= w.planned_on
      order by e.from_day desc, e.ordinal desc limit 1) c on true
    left join lateral (
      select e.person_id from ledger_entry e where e.organization_id = w.organization_id and e.customer_id = w.customer_id
        and e.line = 'all' and e.role = 'owner' and e.seat = 0 and e.from_day <= w.planned_on
      order by e.from_day desc, e.ordinal desc limit 1) o on true
    where w.organization_id = app.organization() and w.customer_id = any (customers) and w.for_owner
      and w.visited_on is null and w.planned_on >= (select app.today())
      and (w.cancelled_at is null or w.cancel_cause = 'pool')
  ) s
  where (s.server is null) <> (s.cancelled_at is not null) or (s.server is not null and s.server <> s.person_id);
  if passing is not null then
    return query
      update visit v set person_id = coalesce(s.server, v.person_id),
        cancelled_at = case when s.server is null then now() end,
        cancel_cause = case when s.server is null then 'pool' end,
        position = case when s.server = v.person_id then v.position end,
        version = v.version + 1, updated_at = now()
      from unnest(passing, servers) as s (id, server)
      where v.organization_id = app.organization() and v.id = s.id
      returning v.id, v.customer_id;
  end if;
  delete from visitor r using visit v
    where r.organization_id = app.organization() and r.customer_id = any (customers)
      and v.organization_id = r.organization_id and v.id = r.visit_id and v.for_owner and v.person_id = r.person_id
      and (v.visited_on is not null or v.planned_on < (select app.today()))
      and not exists (select from holder h where h.organization_id = r.organization_id and h.customer_id = r.customer_id
        and h.person_id = r.person_id);
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;
