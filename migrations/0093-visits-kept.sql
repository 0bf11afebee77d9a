-- What a visit says besides: the phone's own clock, how far away its end was, and as whom its person makes it.

alter table visit
  -- What the device's clock said; the server's decides (rule 4.3), this only explains a visit that was sent later.
  add column in_device_at timestamptz,
  add column out_device_at timestamptz,
  add column out_distance_m integer check (out_distance_m >= 0),
  -- Planned as whoever serves the customer (owner, or who stands in): it follows the ledger to the next one. A sponsor's
  -- visit, or one by somebody else on purpose (rule 4.2), stays with its person.
  add column for_owner boolean not null default false,
  -- By hand, or because the customer went back to the pool and nobody serves it; such a visit comes back with an owner.
  add column cancel_cause text check (cancel_cause in ('hand', 'pool'));
alter table visit no force row level security;
alter table visit disable trigger note_write;
update visit set cancel_cause = 'hand' where cancelled_at is not null;
alter table visit enable trigger note_write;
alter table visit force row level security;
alter table visit add check ((cancelled_at is null) = (cancel_cause is null));

-- Who serves a customer on a day by the ledger: whoever stands in, else the owner; null is the pool.
create function app.server_on(customer uuid, day date) returns uuid language sql stable as $$
  select coalesce(
    (select e.person_id from ledger_entry e where e.organization_id = app.organization() and e.customer_id = $1
      and e.line = 'all' and e.role = 'cover' and e.seat = 0 and e.from_day <= $2 order by e.from_day desc, e.ordinal desc limit 1),
    (select e.person_id from ledger_entry e where e.organization_id = app.organization() and e.customer_id = $1
      and e.line = 'all' and e.role = 'owner' and e.seat = 0 and e.from_day <= $2 order by e.from_day desc, e.ordinal desc limit 1))
$$;

-- Whether a person's visit of a day is made as whoever serves the customer, then or now.
create function app.serves(customer uuid, person uuid, day date) returns boolean language sql stable as $$
  select app.server_on($1, $3) is not distinct from $2 or exists (
    select from holder h where h.organization_id = app.organization() and h.customer_id = $1 and h.person_id = $2
      and h.line = 'all' and h.role in ('owner', 'cover'))
$$;

-- Planned visits ahead go to whoever the ledger now says will serve the customer on their day (rule 2.5); without anybody
-- they wait cancelled. Whoever changes the ledger may not see the customer any more, so the sight is lent for this call.
-- Answers the visits that changed. Once somebody serves a customer no longer, their visits there give no sight of it either.
create function app.pass_visits(customers uuid[]) returns table (id uuid, customer_id uuid) language plpgsql volatile as $$
declare allowed text := current_setting('app.may', true);
begin
  perform set_config('app.may', ',customers.read.all,', true);
  return query
    update visit v set person_id = coalesce(s.server, v.person_id),
      cancelled_at = case when s.server is null then now() end,
      cancel_cause = case when s.server is null then 'pool' end,
      position = case when s.server = v.person_id then v.position end,
      version = v.version + 1, updated_at = now()
    from (
      select w.id, app.server_on(w.customer_id, w.planned_on) as server from visit w
      where w.organization_id = app.organization() and w.customer_id = any (customers) and w.for_owner
        and w.visited_on is null and w.planned_on >= app.today()
        and (w.cancelled_at is null or w.cancel_cause = 'pool')
    ) s
    where v.organization_id = app.organization() and v.id = s.id
      and ((s.server is null) <> (v.cancelled_at is not null) or (s.server is not null and s.server <> v.person_id))
    returning v.id, v.customer_id;
  delete from visitor r using visit v
    where r.organization_id = app.organization() and r.customer_id = any (customers)
      and v.organization_id = r.organization_id and v.id = r.visit_id and v.for_owner and v.person_id = r.person_id
      and (v.visited_on is not null or v.planned_on < app.today())
      and not exists (select from holder h where h.organization_id = r.organization_id and h.customer_id = r.customer_id
        and h.person_id = r.person_id);
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;
