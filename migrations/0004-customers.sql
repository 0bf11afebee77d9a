-- The outlet register (rule 1), and who is responsible for a customer (rule 2).

create table territory (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Every area names a steward who isn't its salesperson (rule 1.3).
  steward_id uuid,
  -- What falls into it by itself: {"countries": ["ES"], "regions": ["Madrid"], "cities": []}
  covers jsonb not null default '{}',
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, name),
  foreign key (organization_id, steward_id) references person (organization_id, id)
);
select app.guard('territory', true);
create policy company on territory using (organization_id = app.organization());
grant select, insert, update, delete on territory to relevo_app;

create table person_territory (
  organization_id uuid not null,
  person_id uuid not null,
  territory_id uuid not null,
  primary key (organization_id, person_id, territory_id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, territory_id) references territory (organization_id, id)
);
select app.guard('person_territory', true);
create policy company on person_territory using (organization_id = app.organization());
grant select, insert, delete on person_territory to relevo_app;

create table customer (
  organization_id uuid not null references organization (id),
  id uuid not null,
  code text not null check (length(code) between 1 and 60),
  name text not null check (length(name) between 1 and 300),
  legal_name text,
  tax_id text,
  parent_id uuid,
  channel text,
  tier char(1) check (tier in ('A', 'B', 'C')),
  tier_reason text,
  status text not null default 'active' check (status in ('active', 'closed', 'merged', 'erased')),
  merged_into uuid,
  street text,
  city text,
  region text,
  postal_code text,
  country char(2),
  territory_id uuid,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  accuracy_m integer check (accuracy_m >= 0),
  -- approximate: a city looked up; file: came with an import; device: a phone's reading; pinned: put on the map by hand; visited: confirmed on the spot.
  located_by text check (located_by in ('approximate', 'file', 'device', 'pinned', 'visited')),
  phone text,
  phone_e164 text,
  fax text,
  email text,
  website text,
  opening_hours jsonb,
  visit_hours jsonb,
  closures jsonb,
  credit_limit_minor bigint check (credit_limit_minor >= 0),
  currency char(3),
  payment_days integer check (payment_days between 0 and 3650),
  tags text[] not null default '{}',
  note text,
  completeness smallint not null default 0 check (completeness between 0 and 100),
  -- Freshness: the last day somebody confirmed or changed the profile.
  confirmed_on date,
  registered_on date not null,
  registered_by uuid,
  source text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, parent_id) references customer (organization_id, id),
  foreign key (organization_id, merged_into) references customer (organization_id, id),
  foreign key (organization_id, territory_id) references territory (organization_id, id),
  check ((latitude is null) = (longitude is null)),
  check ((status = 'merged') = (merged_into is not null)),
  check (parent_id is distinct from id)
);
create index customer_by_name on customer (organization_id, lower(name), id);
create index customer_by_phone on customer (organization_id, phone_e164) where phone_e164 is not null;
create index customer_by_tax_id on customer (organization_id, tax_id) where tax_id is not null;
create index customer_by_place on customer (organization_id, latitude, longitude) where latitude is not null;
create index customer_by_city on customer (organization_id, country, city);
create index customer_by_parent on customer (organization_id, parent_id) where parent_id is not null;
create index customer_by_completeness on customer (organization_id, completeness);
create index customer_by_confirmed on customer (organization_id, confirmed_on);
create index customer_by_tier on customer (organization_id, tier);
create index customer_by_territory on customer (organization_id, territory_id) where territory_id is not null;

-- Responsibility. The ledger says from which day who is responsible and why; it is only ever added to (rule 2.1).
create table ledger_batch (
  organization_id uuid not null references organization (id),
  id uuid not null,
  cause text not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, id)
);
select app.guard('ledger_batch', false);
create policy company on ledger_batch using (organization_id = app.organization());
grant select, insert on ledger_batch to relevo_app;
select app.append_only('ledger_batch');

create table ledger_entry (
  organization_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  customer_id uuid not null,
  line text not null default 'all',
  role text not null check (role in ('owner', 'backup', 'sponsor', 'referrer')),
  seat smallint not null default 0,
  from_day date not null,
  -- For the owner, nobody means the company pool; for the others, that the seat is empty from that day.
  person_id uuid,
  cause text not null,
  primary key (organization_id, id),
  foreign key (organization_id, batch_id) references ledger_batch (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  check (role <> 'owner' or seat = 0)
);
create index ledger_entry_by_customer on ledger_entry (organization_id, customer_id, line, role, seat, from_day);

-- What holds today: a projection of the ledger, written in the same transaction.
create table holder (
  organization_id uuid not null,
  customer_id uuid not null,
  line text not null default 'all',
  role text not null check (role in ('owner', 'backup', 'sponsor', 'referrer')),
  seat smallint not null default 0,
  person_id uuid,
  since_day date not null,
  entry_id uuid not null,
  primary key (organization_id, customer_id, line, role, seat),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, entry_id) references ledger_entry (organization_id, id)
);
create index holder_by_person on holder (organization_id, person_id, customer_id);

select app.guard('holder', true);
-- Who is responsible for which customer is open to the whole company; what the customer is, is not.
create policy company on holder using (organization_id = app.organization());
grant select, insert, update, delete on holder to relevo_app;

select app.guard('ledger_entry', true);
create policy company on ledger_entry using (organization_id = app.organization());
grant select, insert on ledger_entry to relevo_app;
select app.append_only('ledger_entry');

select app.guard('customer', true);
-- A person sees all customers, or those that they or somebody below them hold.
create policy readable on customer for select using (
  organization_id = app.organization()
  and ((select app.may('customers.read.all')) or id in (
    select h.customer_id from holder h
    where h.organization_id = app.organization() and h.person_id = any (app.people())
  ))
);
create policy registered on customer for insert with check (
  organization_id = app.organization() and (select app.may('customers.register'))
);
create policy changeable on customer for update using (
  organization_id = app.organization() and (select app.may('customers.change'))
  and ((select app.may('customers.read.all')) or id in (
    select h.customer_id from holder h
    where h.organization_id = app.organization() and h.person_id = any (app.people())
  ))
) with check (organization_id = app.organization());
create policy removable on customer for delete using (
  organization_id = app.organization() and (select app.may('customers.remove'))
);
grant select, insert, update, delete on customer to relevo_app;

-- A row that hangs on a customer is seen by whoever sees the customer.
create function app.guard_part(tab regclass) returns void language plpgsql as $$
begin
  perform app.guard(tab, true);
  execute format('create policy part_read on %s for select using (organization_id = app.organization()
    and ((select app.may(''customers.read.all'')) or customer_id in (select id from customer)))', tab);
  execute format('create policy part_write on %s for insert with check (organization_id = app.organization())', tab);
  execute format('create policy part_change on %s for update using (organization_id = app.organization()
    and ((select app.may(''customers.read.all'')) or customer_id in (select id from customer)))', tab);
  execute format('create policy part_remove on %s for delete using (organization_id = app.organization()
    and ((select app.may(''customers.read.all'')) or customer_id in (select id from customer)))', tab);
end $$;

create table contact (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  title text,
  in_charge boolean not null default false,
  -- What part the contact has: decides, buys, pays, stores (rule 1.1).
  parts text[] not null default '{}' check (parts <@ array['decides', 'buys', 'pays', 'stores']),
  phone text,
  phone_e164 text,
  messaging text,
  email text,
  language text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
create index contact_by_customer on contact (organization_id, customer_id);
create index contact_by_phone on contact (organization_id, phone_e164) where phone_e164 is not null;
create unique index contact_in_charge on contact (organization_id, customer_id) where in_charge;
select app.guard_part('contact');
grant select, insert, update, delete on contact to relevo_app;

-- Every field remembers who last changed it and when (rule 1.3): the last entry that names it, else the entry that created it.
create table customer_history (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  -- created | changed | removed
  act text not null check (act in ('created', 'changed', 'removed')),
  -- {"name": ["old", "new"]}; of a creation only what can't be read from the row later is needed, so it may be empty.
  fields jsonb not null default '{}',
  cause text not null,
  -- The import, request, merge or bulk edit that this belongs to, so that the whole can be undone.
  batch_id uuid,
  person_id uuid,
  at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
create index customer_history_by_customer on customer_history (organization_id, customer_id, at desc);
create index customer_history_by_batch on customer_history (organization_id, batch_id) where batch_id is not null;
select app.guard('customer_history', false);
create policy part_read on customer_history for select using (organization_id = app.organization()
  and ((select app.may('customers.read.all')) or customer_id in (select id from customer)));
create policy part_write on customer_history for insert with check (organization_id = app.organization());
-- Erasure of a person's data must reach the old values too (rule 10.3): only the values, by one guarded function.
create policy erasable on customer_history for update using (organization_id = app.organization() and app.may('privacy.erase'));
grant select, insert, update (fields) on customer_history to relevo_app;
create function app.only_erasure() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('app.command', true), '') <> 'erase' then
    raise exception 'customer_history is append-only' using errcode = 'RV002';
  end if;
  return new;
end $$;
create trigger append_only before update on customer_history for each row execute function app.only_erasure();
create trigger append_only_delete before delete or truncate on customer_history
  for each statement execute function app.refuse_change();

create table product (
  organization_id uuid not null references organization (id),
  id uuid not null,
  code text not null check (length(code) between 1 and 60),
  name text not null check (length(name) between 1 and 300),
  category text,
  unit text,
  price_minor bigint check (price_minor >= 0),
  currency char(3),
  discontinued boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code)
);
select app.guard('product', true);
create policy company on product using (organization_id = app.organization());
grant select, insert, update, delete on product to relevo_app;

-- Products carried: the assortment of an outlet (rule 1.1).
create table carried_product (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  product_id uuid not null,
  quantity integer check (quantity >= 0),
  facings integer check (facings >= 0),
  since_day date,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, customer_id, product_id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, product_id) references product (organization_id, id)
);
create index on carried_product (organization_id, product_id);
select app.guard_part('carried_product');
grant select, insert, update, delete on carried_product to relevo_app;

-- Search. Row-level security would keep the planner from using a trigram index (its operators aren't leakproof),
-- so this table is closed to requests altogether and read only by way of the function below, which applies the same rule itself.
create table search_text (
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('customer', 'person', 'product')),
  id uuid not null,
  words text not null,
  primary key (organization_id, kind, id)
);
create index search_text_words on search_text using gin (organization_id, words gin_trgm_ops);

create function app.put_search_text(kind text, ids uuid[], words text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into search_text (organization_id, kind, id, words)
  select app.organization(), $1, t.id, t.words from unnest($2, $3) as t(id, words)
  on conflict (organization_id, kind, id) do update set words = excluded.words
  where search_text.words is distinct from excluded.words
$$;
create function app.drop_search_text(kind text, ids uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from search_text where organization_id = app.organization() and search_text.kind = $1 and id = any ($2)
$$;
-- The best matches of an already folded query that the person may see. Every word must occur, or be close (typing errors).
create function app.search_customers(query text, most integer) returns table (id uuid, score real)
language plpgsql stable security definer set search_path = public, pg_temp
set pg_trgm.word_similarity_threshold = 0.45 as $$
declare needle text := '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if app.may('customers.read.all') then
    return query select s.id, (word_similarity(query, s.words) + case when s.words like needle then 1 else 0 end)::real as score
      from search_text s
      where s.organization_id = app.organization() and s.kind = 'customer'
        and (s.words like needle or query <% s.words)
      order by 2 desc, s.id limit most;
  else
    return query select s.id, (word_similarity(query, s.words) + case when s.words like needle then 1 else 0 end)::real as score
      from search_text s
      where s.organization_id = app.organization() and s.kind = 'customer'
        and s.id in (select h.customer_id from holder h
          where h.organization_id = app.organization() and h.person_id = any (app.people()))
        and (s.words like needle or query <% s.words)
      order by 2 desc, s.id limit most;
  end if;
end $$;
revoke all on function app.put_search_text, app.drop_search_text, app.search_customers from public;
grant execute on function app.put_search_text, app.drop_search_text, app.search_customers to relevo_app;
