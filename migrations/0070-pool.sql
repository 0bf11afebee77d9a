-- Protection, the pool and claims (rule 2.4).

-- Days that don't count, of a customer's yearly closures: [{"from": "08-01", "to": "08-31"}, …], both included, from the
-- year before `first` on. The same as closedSpans in src/pool/pauses.ts; a test compares the two on random data.
create function app.closed_spans(closures jsonb, first integer, last integer) returns datemultirange
language sql immutable parallel safe as $$
  select coalesce(range_agg(daterange(
    make_date(y, left(c."from", 2)::integer, 1) + right(c."from", 2)::integer - 1,
    least(make_date(e.year, left(c."to", 2)::integer, 1) + right(c."to", 2)::integer,
      (make_date(e.year, left(c."to", 2)::integer, 1) + interval '1 month')::date)
  )), '{}')
  from generate_series(first - 1, last) as y
  cross join jsonb_to_recordset(case jsonb_typeof(closures) when 'array' then closures else '[]' end)
    as c ("from" text, "to" text)
  cross join lateral (select case when c."from" <= c."to" then y else y + 1 end as year) e
$$;

-- The day on which so many days have passed since `base` without those in the pauses; null: never.
create function app.counted_day(base date, days integer, pauses datemultirange) returns date
language plpgsql immutable parallel safe as $$
declare
  reached date := base + days;
  pause daterange;
begin
  for pause in select p from unnest(pauses) as p loop
    exit when lower(pause) > reached;
    if upper(pause) is null then
      return null;
    end if;
    reached := reached + greatest(0, upper(pause) - greatest(lower(pause), base + 1));
  end loop;
  return reached;
end $$;

-- The first day from this one on that lies in no pause; null: there is none.
create function app.first_open(day date, pauses datemultirange) returns date
language sql immutable parallel safe as $$
  select case when pauses @> day then (select upper(p) from unnest(pauses) as p where p @> day) else day end
$$;

-- "Keep it for Ana until …": while it lasts and Ana owns the customer, days don't count. Dated rows with an author.
create table protection_lock (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  -- The last day.
  until_day date not null check (until_day >= from_day),
  reason text not null check (length(reason) between 1 and 500),
  set_by uuid,
  set_at timestamptz not null default now(),
  -- From this day on it doesn't hold any more, when it was ended before its last day.
  lifted_on date,
  lifted_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, set_by) references person (organization_id, id),
  foreign key (organization_id, lifted_by) references person (organization_id, id)
);
create index protection_lock_by_customer on protection_lock (organization_id, customer_id);
select app.guard_part('protection_lock');
drop policy part_write on protection_lock;
create policy part_write on protection_lock for insert with check (organization_id = app.organization()
  and (select app.may('customers.assign'))
  and ((select app.may('customers.read.all')) or customer_id in (select f.id from app.own_customers() as f (id))));
drop policy part_change on protection_lock;
create policy part_change on protection_lock for update using (organization_id = app.organization()
  and (select app.may('customers.assign'))
  and ((select app.may('customers.read.all')) or customer_id in (select f.id from app.own_customers() as f (id))))
  with check (organization_id = app.organization());
drop policy part_remove on protection_lock;
grant select, insert, update (lifted_on, lifted_by) on protection_lock to relevo_app;

-- That an owner was told on a day that a customer returns to the pool on another: what was told is what happens.
create table pool_announcement (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  -- Since when nothing had happened. Somebody was there since: the announcement doesn't hold any more.
  clock_from date not null,
  announced_on date not null,
  returns_on date not null check (returns_on > announced_on),
  primary key (organization_id, id),
  unique (organization_id, customer_id, person_id, announced_on),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index pool_announcement_by_day on pool_announcement (organization_id, returns_on);
select app.guard_part('pool_announcement');
drop policy part_write on pool_announcement;
create policy part_write on pool_announcement for insert with check (organization_id = app.organization()
  and (select app.may('customers.assign')) and (select app.may('customers.read.all')));
drop policy part_change on pool_announcement;
drop policy part_remove on pool_announcement;
grant select, insert on pool_announcement to relevo_app;
select app.append_only('pool_announcement');

-- One run a company and day, with what it did.
create table pool_run (
  organization_id uuid not null references organization (id),
  day date not null,
  announced integer not null check (announced >= 0),
  recycled integer not null check (recycled >= 0),
  batch_id uuid,
  ran_at timestamptz not null default now(),
  primary key (organization_id, day),
  foreign key (organization_id, batch_id) references ledger_batch (organization_id, id)
);
select app.guard('pool_run', false);
create policy readable on pool_run for select using (organization_id = app.organization());
create policy writable on pool_run for insert with check (organization_id = app.organization()
  and (select app.may('customers.assign')) and (select app.may('customers.read.all')));
grant select, insert on pool_run to relevo_app;
select app.append_only('pool_run');

-- Which customers of the pool somebody looked at on a day, so that the pool can't be read out. Gone after a week. It
-- doesn't refer to the customer: having been looked at is no work with it.
create table pool_view (
  organization_id uuid not null,
  person_id uuid not null,
  day date not null,
  customer_id uuid not null,
  primary key (organization_id, person_id, day, customer_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select app.guard('pool_view', false);
create policy own on pool_view for select using (organization_id = app.organization()
  and (person_id = app.person() or app.person() is null));
create policy own_written on pool_view for insert with check (organization_id = app.organization()
  and person_id = app.person());
create policy forgotten on pool_view for delete using (organization_id = app.organization() and app.person() is null);
grant select, insert, delete on pool_view to relevo_app;

-- Somebody who may claim takes an owner's seat from the pool for themselves, or gives their own back; no other seat.
create policy claimable on holder for update using (organization_id = app.organization()
  and (select app.may('customers.claim')) and role = 'owner' and (person_id is null or person_id = app.person()))
  with check (organization_id = app.organization() and role = 'owner'
    and (person_id is null or person_id = app.person()));

create index ledger_entry_claimed on ledger_entry (organization_id, person_id, from_day) where cause = 'claim';
create index ledger_entry_covers on ledger_entry (organization_id, customer_id, seat, from_day, ordinal desc)
  where role = 'cover';

-- A page of the pool for people who don't see its customers otherwise: only what does no harm. The phone shows its country
-- and last two digits, the place is rounded to about a kilometre. The function lifts its own sight for one statement and
-- lowers it again, as app.holdings does.
create function app.pool_page(
  among uuid[], tiers text[], areas uuid[], pattern text, most integer, skip integer
) returns table (
  id uuid, name text, channel text, tier text, city text, region text, country text, territory_id uuid,
  latitude double precision, longitude double precision, masked_phone text, contacts integer,
  since_day date, cause text, active boolean, total bigint
) language plpgsql stable as $$
declare allowed text := current_setting('app.may', true);
begin
  if not app.may('customers.pool') then
    return;
  end if;
  perform set_config('app.may', ',customers.read.all,', true);
  return query
    select c.id, c.name, c.channel, c.tier::text, c.city, c.region, c.country::text, c.territory_id,
      round(c.latitude::numeric, 2)::double precision, round(c.longitude::numeric, 2)::double precision,
      case when length(c.phone_e164) > 6 then left(c.phone_e164, 3) || ' ••• ••• ' || right(c.phone_e164, 2)
        when c.phone is not null then '•••' end,
      (select count(*)::integer from contact k where k.organization_id = c.organization_id and k.customer_id = c.id),
      h.since_day, e.cause, c.status = 'active', count(*) over ()
    from holder h
    join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
    join ledger_entry e on e.organization_id = h.organization_id and e.id = h.entry_id
    where h.organization_id = app.organization() and h.person_id is null and h.role = 'owner' and h.line = 'all'
      and h.seat = 0 and c.status = 'active'
      and ($1 is null or h.customer_id = any ($1))
      and ($2 is null or coalesce(c.tier::text, 'none') = any ($2))
      and ($3 is null or c.territory_id = any ($3))
      and ($4 is null or c.name ilike $4 or c.city ilike $4)
    order by h.since_day desc, lower(c.name), c.id limit $5 offset $6;
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;

-- What a claim is decided by, of one customer, whoever's it is; null columns for one that isn't there.
create function app.claim_facts(wanted uuid) returns table (
  active boolean, tier text, territory_id uuid, owner_id uuid
) language plpgsql stable as $$
declare allowed text := current_setting('app.may', true);
begin
  if not app.may('customers.claim') then
    return;
  end if;
  perform set_config('app.may', ',customers.read.all,', true);
  return query
    select c.status = 'active', c.tier::text, c.territory_id, h.person_id
    from customer c
    join holder h on h.organization_id = c.organization_id and h.customer_id = c.id and h.line = 'all'
      and h.role = 'owner' and h.seat = 0
    where c.organization_id = app.organization() and c.id = wanted and c.status in ('active', 'closed');
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;

-- How many a person owns, in all and of a tier (null: those without one); numbers only.
create function app.owned_by(person uuid, wanted_tier text) returns table (everything integer, of_tier integer)
language plpgsql stable as $$
declare allowed text := current_setting('app.may', true);
begin
  perform set_config('app.may', ',customers.read.all,', true);
  return query
    select count(*)::integer, (count(*) filter (where c.tier is not distinct from wanted_tier::char(1)))::integer
    from holder h join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
    where h.organization_id = app.organization() and h.person_id = person and h.role = 'owner' and h.line = 'all'
      and c.status = 'active';
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;
