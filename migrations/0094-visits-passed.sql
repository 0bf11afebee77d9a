-- Whoever serves the customer is told once that a promise is overdue; for another day, once more.
alter table promise add column overdue_told_on date;

-- The same as before, and where no visit changes nothing is written at all.
create or replace function app.pass_visits(customers uuid[]) returns table (id uuid, customer_id uuid)
language plpgsql volatile as $$
declare
  allowed text := current_setting('app.may', true);
  passing uuid[];
  servers uuid[];
begin
  perform set_config('app.may', ',customers.read.all,', true);
  select array_agg(s.id), array_agg(s.server) into passing, servers from (
    select w.id, app.server_on(w.customer_id, w.planned_on) as server, w.person_id, w.cancelled_at from visit w
    where w.organization_id = app.organization() and w.customer_id = any (customers) and w.for_owner
      and w.visited_on is null and w.planned_on >= app.today()
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
      and (v.visited_on is not null or v.planned_on < app.today())
      and not exists (select from holder h where h.organization_id = r.organization_id and h.customer_id = r.customer_id
        and h.person_id = r.person_id);
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;

-- The people of a visit, as before; but whoever sees the visit only by being one of them must not lose it in between.
create or replace function app.set_visitors(visit uuid) returns void language sql as $$
  insert into visitor (organization_id, visit_id, person_id, customer_id, until_day)
  select v.organization_id, v.id, p.person_id, v.customer_id, v.planned_on + 7
  from visit v
  join lateral (
    select v.person_id union
    select c.person_id from visit_companion c where c.organization_id = v.organization_id and c.visit_id = v.id
  ) p on true
  where v.organization_id = app.organization() and v.id = $1 and v.planned_on is not null and v.cancelled_at is null
  on conflict (organization_id, visit_id, person_id) do update
    set customer_id = excluded.customer_id, until_day = excluded.until_day;
  delete from visitor r where r.organization_id = app.organization() and r.visit_id = $1 and not exists (
    select from visit v where v.organization_id = r.organization_id and v.id = r.visit_id
      and v.planned_on is not null and v.cancelled_at is null
      and (v.person_id = r.person_id or exists (select from visit_companion c
        where c.organization_id = v.organization_id and c.visit_id = v.id and c.person_id = r.person_id)))
$$;
