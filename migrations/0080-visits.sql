-- Visits (rule 4), and what was promised to customers.

create table visit (
  organization_id uuid not null,
  id uuid not null,
  -- The number it has in another system, when it came from one.
  code text check (length(code) between 1 and 60),
  customer_id uuid not null,
  -- Who makes it; who owns the customer is another fact.
  person_id uuid not null,
  planned_on date,
  planned_at time,
  minutes smallint check (minutes between 1 and 1440),
  -- Its place in that person's route of the day.
  position smallint check (position >= 0),
  -- Why it was planned: the cadence, part of the visits made by somebody else (rule 4.2), the sponsor's, by hand, unplanned.
  reason text not null default 'hand' check (reason in ('cadence', 'other-person', 'sponsor', 'hand', 'unplanned')),
  purpose text check (length(purpose) <= 500),
  checked_in_at timestamptz,
  in_latitude double precision check (in_latitude between -90 and 90),
  in_longitude double precision check (in_longitude between -180 and 180),
  in_accuracy_m integer check (in_accuracy_m >= 0),
  in_distance_m integer check (in_distance_m >= 0),
  -- Against the outlet's place within the accuracy circle (rule 4.3); never a sanction by itself.
  in_verdict text check (in_verdict in ('verified', 'out-of-range', 'unverifiable')),
  checked_out_at timestamptz,
  out_latitude double precision check (out_latitude between -90 and 90),
  out_longitude double precision check (out_longitude between -180 and 180),
  out_accuracy_m integer check (out_accuracy_m >= 0),
  out_verdict text check (out_verdict in ('verified', 'out-of-range', 'unverifiable')),
  -- The company's day on which it took place: a file knows no time.
  visited_on date,
  outcome text check (outcome in ('met', 'nobody-there', 'closed', 'turned-away')),
  note text check (length(note) <= 4000),
  next_step text check (length(next_step) <= 500),
  next_step_on date,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text check (length(cancel_reason) <= 500),
  planned_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, planned_by) references person (organization_id, id),
  foreign key (organization_id, cancelled_by) references person (organization_id, id),
  check (planned_on is not null or visited_on is not null),
  check (checked_in_at is null or visited_on is not null),
  check (checked_out_at is null or checked_out_at >= checked_in_at),
  check (cancelled_at is null or visited_on is null),
  check ((in_latitude is null) = (in_longitude is null)),
  check ((out_latitude is null) = (out_longitude is null))
);
create index visit_made on visit (organization_id, customer_id, visited_on desc) where visited_on is not null;
create index visit_ahead on visit (organization_id, customer_id, planned_on) where visited_on is null and cancelled_at is null;
create index visit_planned on visit (organization_id, person_id, planned_on) where planned_on is not null;
create index visit_by_day on visit (organization_id, visited_on) where visited_on is not null;
select app.guard_part('visit');
-- A joint visit: who else of ours is there.
create table visit_companion (
  organization_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  customer_id uuid not null,
  person_id uuid not null,
  -- Recorded by both (rule 3.5): when the companion confirmed having been there.
  confirmed_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, visit_id, person_id),
  foreign key (organization_id, visit_id) references visit (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index visit_companion_by_person on visit_companion (organization_id, person_id);
create index visit_companion_by_customer on visit_companion (organization_id, customer_id);
select app.guard_part('visit_companion');

create table visit_task (
  organization_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('order', 'stock-count', 'photo', 'promotion', 'complaint', 'promise', 'collection', 'other')),
  text text check (length(text) <= 500),
  done_at timestamptz,
  result text check (length(result) <= 2000),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, visit_id) references visit (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
create index visit_task_by_visit on visit_task (organization_id, visit_id);
create index visit_task_by_customer on visit_task (organization_id, customer_id);
select app.guard_part('visit_task');

create table promise (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  text text not null check (length(text) between 1 and 1000),
  made_by uuid,
  made_on date not null,
  due_on date,
  visit_id uuid,
  kept_on date,
  withdrawn_on date,
  -- What came of it, or why it was withdrawn.
  outcome text check (length(outcome) <= 1000),
  closed_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, made_by) references person (organization_id, id),
  foreign key (organization_id, closed_by) references person (organization_id, id),
  foreign key (organization_id, visit_id) references visit (organization_id, id),
  check (kept_on is null or withdrawn_on is null)
);
create index promise_by_customer on promise (organization_id, customer_id, due_on);
create index promise_open on promise (organization_id, due_on) where kept_on is null and withdrawn_on is null;
select app.guard_part('promise');
grant select, insert, update, delete on visit, visit_companion, visit_task, promise to relevo_app;

-- A photo taken or a paper signed on a visit.
alter table document add column visit_id uuid;
alter table document add foreign key (organization_id, visit_id) references visit (organization_id, id);
create index document_by_visit on document (organization_id, visit_id) where visit_id is not null;

-- Whoever is to visit a customer sees it for that (rule 9.4), from the planning to a week after the planned day. Only somebody
-- who sees the customer can plan a visit there. Ids alone, kept by the triggers below: the policies of visits ask
-- app.own_customers(), which therefore can't read the visits themselves.
create table visitor (
  organization_id uuid not null,
  visit_id uuid not null,
  person_id uuid not null,
  customer_id uuid not null,
  until_day date not null,
  primary key (organization_id, visit_id, person_id),
  foreign key (organization_id, visit_id) references visit (organization_id, id) on delete cascade,
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index visitor_by_person on visitor (organization_id, person_id, until_day);
create index visitor_by_customer on visitor (organization_id, customer_id);
select app.guard('visitor', false);
create policy readable on visitor for select using (organization_id = app.organization());
create policy writable on visitor for insert with check (organization_id = app.organization() and app.command() <> '');
create policy changeable on visitor for update using (organization_id = app.organization() and app.command() <> '');
create policy removable on visitor for delete using (organization_id = app.organization() and app.command() <> '');
grant select, insert, update, delete on visitor to relevo_app;

create or replace function app.own_customers() returns setof uuid language plpgsql stable parallel safe cost 1 rows 100 as $$
declare pool constant boolean := app.may('customers.assign');
begin
  return query select h.customer_id from holder h
    where h.organization_id = app.organization() and h.person_id = any ((select app.people())::uuid[]);
  return query select v.customer_id from visitor v
    where v.organization_id = app.organization() and v.person_id = any ((select app.people())::uuid[])
      and v.until_day >= (select app.today());
  if pool then
    return query select h.customer_id from holder h
      where h.organization_id = app.organization() and h.person_id is null and h.role = 'owner';
  end if;
  return query select m.customer_id from merged_customer m
    join holder h on h.organization_id = m.organization_id and h.customer_id = m.kept_id
    where m.organization_id = app.organization()
      and (h.person_id = any ((select app.people())::uuid[]) or (pool and h.person_id is null and h.role = 'owner'));
end $$;

-- The people of a visit: set anew after each change of the visit or of who comes along.
create function app.set_visitors(visit uuid) returns void language sql as $$
  delete from visitor where organization_id = app.organization() and visit_id = $1;
  insert into visitor (organization_id, visit_id, person_id, customer_id, until_day)
  select v.organization_id, v.id, p.person_id, v.customer_id, v.planned_on + 7
  from visit v
  join lateral (
    select v.person_id union
    select c.person_id from visit_companion c where c.organization_id = v.organization_id and c.visit_id = v.id
  ) p on true
  where v.organization_id = app.organization() and v.id = $1 and v.planned_on is not null and v.cancelled_at is null
$$;
create function app.visit_changed() returns trigger language plpgsql as $$
begin
  perform app.set_visitors(new.id);
  return null;
end $$;
create trigger visitors_added after insert on visit for each row when (new.planned_on is not null)
  execute function app.visit_changed();
create trigger visitors_changed after update on visit for each row when (
  (old.person_id, old.customer_id, old.planned_on, old.cancelled_at is null)
    is distinct from (new.person_id, new.customer_id, new.planned_on, new.cancelled_at is null))
  execute function app.visit_changed();
create function app.companion_changed() returns trigger language plpgsql as $$
begin
  perform app.set_visitors(coalesce(new.visit_id, old.visit_id));
  return null;
end $$;
create trigger visitors_changed after insert or update or delete on visit_companion for each row
  execute function app.companion_changed();
