-- How often customers are visited, when they are due, what a person can do, and saved plans of a week (rules 4.1 and 4.2).

-- Said of one customer by hand, with the reason; 0: by hand only, null: as its tier is.
alter table customer
  add column visit_weeks smallint check (visit_weeks between 0 and 52),
  add column visit_weeks_reason text check (length(visit_weeks_reason) <= 500);

-- What is otherwise than the company's usual for one person. The base is a home more often than not: only the person and
-- whoever is above them read it.
create table visit_capacity (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  visits_a_day smallint check (visits_a_day between 0 and 40),
  -- Monday 1 to Sunday 7.
  workdays smallint[] check (workdays <@ '{1,2,3,4,5,6,7}'),
  base_latitude double precision check (base_latitude between -90 and 90),
  base_longitude double precision check (base_longitude between -180 and 180),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  check ((base_latitude is null) = (base_longitude is null))
);
select app.guard('visit_capacity', true);
create policy readable on visit_capacity for select using (organization_id = app.organization()
  and (person_id = any ((select app.people())::uuid[]) or (select app.may('customers.read.all'))));
create policy writable on visit_capacity for insert with check (organization_id = app.organization()
  and person_id = any ((select app.people())::uuid[]));
create policy changeable on visit_capacity for update using (organization_id = app.organization()
  and person_id = any ((select app.people())::uuid[]));
grant select, insert, update on visit_capacity to relevo_app;

-- What saving a plan changed, so that it can be taken back: ids and how each visit stood before, no word of anybody's.
create table visit_plan (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  -- [{"visitId", "customerId", "version", "before": null | {"plannedOn", "position", "cancelledAt" …}}, …]
  steps jsonb not null,
  saved_by uuid,
  saved_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, saved_by) references person (organization_id, id)
);
create index visit_plan_by_week on visit_plan (organization_id, person_id, from_day, saved_at desc);
select app.guard('visit_plan', false);
create policy readable on visit_plan for select using (organization_id = app.organization()
  and (person_id = any ((select app.people())::uuid[]) or (select app.may('customers.read.all'))));
create policy writable on visit_plan for insert with check (organization_id = app.organization()
  and (select app.may('visits.write')));
create policy changeable on visit_plan for update using (organization_id = app.organization()
  and (select app.may('visits.write')));
grant select, insert, update on visit_plan to relevo_app;

-- The weekdays on which a customer can be visited, Monday the first bit: visitWeekdays of src/visits/due.ts.
create function app.visit_weekdays(opening jsonb, preferred jsonb) returns smallint
language sql immutable parallel safe as $$
  select case when liked.days & case when open.days = 0 then 127 else open.days end > 0
      then liked.days & case when open.days = 0 then 127 else open.days end
    when open.days > 0 then open.days else 127 end::smallint
  from (select coalesce(bit_or(1 << (o."day" - 1)), 0) as days
    from jsonb_to_recordset(case jsonb_typeof(opening) when 'array' then opening else '[]' end) as o ("day" integer)) open,
  (select coalesce(bit_or(1 << (o."day" - 1)), 0) as days
    from jsonb_to_recordset(case jsonb_typeof(preferred) when 'array' then preferred else '[]' end) as o ("day" integer)) liked
$$;

-- The first day from this one on that lies in no closure and on one of the weekdays; null: none within 400 days.
create function app.visitable(wanted date, closed datemultirange, weekdays smallint) returns date
language plpgsql immutable parallel safe as $$
declare
  at date := app.first_open(wanted, closed);
begin
  while at is not null and at <= wanted + 400 loop
    if weekdays & (1 << (extract(isodow from at)::integer - 1)) > 0 then
      return at;
    end if;
    at := app.first_open(at + 1, closed);
  end loop;
  return null;
end $$;

-- When a visit is due, on which day it can be made, and how many days late it is, closures left out: dueOf of
-- src/visits/due.ts; a test compares the two. Null columns: never.
create function app.visit_due(wanted date, closures jsonb, opening jsonb, preferred jsonb, today date,
  out due_on date, out visit_on date, out late integer)
language plpgsql immutable parallel safe as $$
declare
  closed datemultirange := '{}';
  weekdays smallint := 127;
begin
  if jsonb_typeof(closures) = 'array' then
    closed := app.closed_spans(closures, extract(year from least(wanted, today))::integer,
      extract(year from greatest(wanted, today))::integer + 2);
  end if;
  if jsonb_typeof(opening) = 'array' or jsonb_typeof(preferred) = 'array' then
    weekdays := app.visit_weekdays(opening, preferred);
  end if;
  due_on := app.visitable(wanted, closed, weekdays);
  visit_on := app.visitable(greatest(due_on, today), closed, weekdays);
  if due_on is null or visit_on is null then
    due_on := null;
    visit_on := null;
    return;
  end if;
  late := case when due_on < today then today - due_on - coalesce((
    select sum(upper(s) - lower(s))::integer from unnest(closed * datemultirange(daterange(due_on, today))) as s), 0)
    else 0 end;
end $$;

-- Whether a customer is in its seasonal closure on a day: closureOn of src/customers/closures.ts.
create function app.closed_on(closures jsonb, day date) returns boolean language sql immutable parallel safe as $$
  select coalesce(bool_or(case when c."from" <= c."to" then to_char(day, 'MM-DD') between c."from" and c."to"
    else to_char(day, 'MM-DD') >= c."from" or to_char(day, 'MM-DD') <= c."to" end), false)
  from jsonb_to_recordset(case jsonb_typeof(closures) when 'array' then closures else '[]' end) as c ("from" text, "to" text)
$$;
