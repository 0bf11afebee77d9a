-- Probable duplicates, merges that can be taken back, and what a steward's queue reads (rules 1.3 and 1.7).

-- Which entry a merged one became; the last of a chain of merges, so that one step always leads to the kept entry.
create table merged_customer (
  organization_id uuid not null,
  customer_id uuid not null,
  kept_id uuid not null,
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, kept_id) references customer (organization_id, id),
  check (kept_id <> customer_id)
);
create index merged_customer_by_kept on merged_customer (organization_id, kept_id);
select app.guard('merged_customer', false);
-- Ids alone; what the customer is, is not open.
create policy company on merged_customer using (organization_id = app.organization());
grant select, insert, update, delete on merged_customer to relevo_app;

-- Whoever holds a customer also sees what was merged into it: its history stays where it was written.
create or replace function app.own_customers() returns setof uuid language plpgsql stable parallel safe cost 1 rows 100 as $$
declare pool constant boolean := app.may('customers.assign');
begin
  return query select h.customer_id from holder h
    where h.organization_id = app.organization() and h.person_id = any ((select app.people())::uuid[]);
  if pool then
    return query select h.customer_id from holder h
      where h.organization_id = app.organization() and h.person_id is null and h.role = 'owner';
  end if;
  return query select m.customer_id from merged_customer m
    join holder h on h.organization_id = m.organization_id and h.customer_id = m.kept_id
    where m.organization_id = app.organization()
      and (h.person_id = any ((select app.people())::uuid[]) or (pool and h.person_id is null and h.role = 'owner'));
end $$;

-- One merge: what the kept entry's fields were and became, and which rows moved, so that it can be taken back exactly.
create table customer_merge (
  organization_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  dropped_ids uuid[] not null check (cardinality(dropped_ids) between 1 and 20),
  -- {"fields": {column: [before, after]}, "moved": [{entity, id, from}], "inCharge": [...], "statuses": {...}, ...}
  record jsonb not null,
  person_id uuid,
  at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  -- What could not be put back, named by field.
  conflicts jsonb,
  -- An erasure took the values out of the record (rule 10.3): it can no longer be taken back.
  erased_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, kept_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index customer_merge_by_kept on customer_merge (organization_id, kept_id, at desc);
create index customer_merge_by_dropped on customer_merge using gin (organization_id, dropped_ids);
create index customer_merge_by_time on customer_merge (organization_id, at desc);
select app.guard('customer_merge', false);
create policy readable on customer_merge for select using (organization_id = app.organization()
  and (app.may('customers.merge') or kept_id in (select f.id from app.own_customers() as f (id))));
create policy made on customer_merge for insert with check (
  organization_id = app.organization() and app.may('customers.merge'));
create policy taken_back on customer_merge for update using (
  organization_id = app.organization() and (app.may('customers.merge') or app.may('privacy.erase')))
  with check (organization_id = app.organization());
grant select, insert, update on customer_merge to relevo_app;

-- What entries are looked up by. Derived from the register by a job that follows the change feed; may be thrown away.
create table outlet_key (
  organization_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('phone', 'tax', 'name', 'word', 'address', 'cell')),
  key text not null,
  primary key (organization_id, kind, key, customer_id)
);
create index outlet_key_by_customer on outlet_key (organization_id, customer_id);
create table outlet_name (
  organization_id uuid not null,
  customer_id uuid not null,
  name text not null,
  primary key (organization_id, customer_id)
);
-- How far the job has read: the revision, and while the whole register is gone through the last customer seen.
create table outlet_scan (
  organization_id uuid primary key references organization (id),
  revision bigint not null,
  scanning_after uuid,
  finished_at timestamptz
);
select app.guard('outlet_key', false);
select app.guard('outlet_name', false);
select app.guard('outlet_scan', false);
create policy all_customers on outlet_key using (organization_id = app.organization() and app.may('customers.read.all'));
create policy all_customers on outlet_name using (organization_id = app.organization() and app.may('customers.read.all'));
create policy company on outlet_scan using (organization_id = app.organization());
grant select, insert, update, delete on outlet_key, outlet_name, outlet_scan to relevo_app;

create table duplicate_candidate (
  organization_id uuid not null,
  id uuid not null,
  -- Two customers, the lower id first.
  first_id uuid not null,
  second_id uuid not null,
  score smallint not null check (score between 0 and 100),
  verdict text not null check (verdict in ('sure', 'likely')),
  reasons jsonb not null,
  found_at timestamptz not null default now(),
  dismissed_by uuid,
  dismissed_at timestamptz,
  dismissed_reason text,
  -- With much more evidence than there was then, a dismissed pair is shown again.
  dismissed_score smallint,
  primary key (organization_id, id),
  unique (organization_id, first_id, second_id),
  foreign key (organization_id, first_id) references customer (organization_id, id) on delete cascade,
  foreign key (organization_id, second_id) references customer (organization_id, id) on delete cascade,
  check (first_id < second_id),
  check ((dismissed_at is null) = (dismissed_score is null))
);
create index duplicate_candidate_by_second on duplicate_candidate (organization_id, second_id);
create index duplicate_candidate_open on duplicate_candidate (organization_id, score desc) where dismissed_at is null;
select app.guard('duplicate_candidate', false);
create policy both_seen on duplicate_candidate using (
  organization_id = app.organization() and app.may('customers.steward')
  and ((select app.may('customers.read.all')) or (
    first_id in (select f.id from app.own_customers() as f (id))
    and second_id in (select f.id from app.own_customers() as f (id))))
) with check (organization_id = app.organization());
grant select, insert, update, delete on duplicate_candidate to relevo_app;

-- A merge moves the personal notes with their customer without anybody reading them.
create policy merge_sees on personal_fact for select using (organization_id = app.organization()
  and app.may('customers.merge') and app.command() in ('merge-customers', 'undo-merge'));
create policy merge_moves on personal_fact for update using (organization_id = app.organization()
  and app.may('customers.merge') and app.command() in ('merge-customers', 'undo-merge'))
  with check (organization_id = app.organization());
grant update (customer_id, contact_id) on personal_fact to relevo_app;

-- Somebody adds a contact while the customer is being merged away: the foreign key makes them wait for the merge, and
-- this, which comes after it, refuses. The class RV1 means: a rule says no, and the message is the refusal's code.
create function app.refuse_on_merged() returns trigger language plpgsql as $$
begin
  if exists (select 1 from written w
    join merged_customer m on m.organization_id = w.organization_id and m.customer_id = w.customer_id) then
    raise exception 'merged-meanwhile' using errcode = 'RV100';
  end if;
  return null;
end $$;
create function app.not_on_merged(tab regclass) returns void language plpgsql as $$
begin
  execute format('create trigger not_on_merged after insert on %s referencing new table as written
    for each statement execute function app.refuse_on_merged()', tab);
end $$;
select app.not_on_merged('contact');
select app.not_on_merged('carried_product');
select app.not_on_merged('change_request');
select app.not_on_merged('personal_fact');
select app.not_on_merged('document');
