-- Requests to change protected fields (rule 1.4), saved views, the personal field group (rule 1.2), and numbers for codes.

-- Whose customers are mine: those that I or somebody below me hold, and for whoever assigns customers those in the
-- pool. Every policy on what hangs on a customer asks this one function, so that a wider scope (cover, a planned visit)
-- is said in one place (rule 10.1).
create function app.own_customers() returns setof uuid language sql stable parallel safe as $$
  select h.customer_id from holder h
  where h.organization_id = app.organization() and h.person_id = any (app.people())
  union all
  select h.customer_id from holder h
  where h.organization_id = app.organization() and h.person_id is null and h.role = 'owner'
    and (select app.may('customers.assign'))
$$;

drop policy readable on customer;
create policy readable on customer for select using (
  organization_id = app.organization()
  and ((select app.may('customers.read.all')) or id in (select f.id from app.own_customers() as f (id)))
);
drop policy changeable on customer;
create policy changeable on customer for update using (
  organization_id = app.organization() and (select app.may('customers.change'))
  and ((select app.may('customers.read.all')) or id in (select f.id from app.own_customers() as f (id)))
) with check (organization_id = app.organization());

-- The same rows as before, but found by index instead of by a filter over all customers; and nobody adds to a customer
-- whom they don't see.
create or replace function app.guard_part(tab regclass) returns void language plpgsql as $$
declare mine constant text := 'organization_id = app.organization() and ((select app.may(''customers.read.all''))
  or customer_id in (select f.id from app.own_customers() as f (id)))';
begin
  perform app.guard(tab, true);
  execute format('create policy part_read on %s for select using (%s)', tab, mine);
  execute format('create policy part_write on %s for insert with check (%s)', tab, mine);
  execute format('create policy part_change on %s for update using (%s)
    with check (organization_id = app.organization())', tab, mine);
  execute format('create policy part_remove on %s for delete using (%s)', tab, mine);
end $$;

do $$
declare tab text; mine constant text := 'organization_id = app.organization() and ((select app.may(''customers.read.all''))
  or customer_id in (select f.id from app.own_customers() as f (id)))';
begin
  foreach tab in array array['contact', 'carried_product'] loop
    execute format('drop policy part_read on %s', tab);
    execute format('drop policy part_write on %s', tab);
    execute format('drop policy part_change on %s', tab);
    execute format('drop policy part_remove on %s', tab);
    execute format('create policy part_read on %s for select using (%s)', tab, mine);
    execute format('create policy part_write on %s for insert with check (%s)', tab, mine);
    execute format('create policy part_change on %s for update using (%s)
      with check (organization_id = app.organization())', tab, mine);
    execute format('create policy part_remove on %s for delete using (%s)', tab, mine);
  end loop;
  drop policy part_read on customer_history;
  execute format('create policy part_read on customer_history for select using (%s)', mine);
end $$;

-- Who is responsible is written by whoever registers or assigns customers, or by the program.
drop policy company on holder;
create policy readable on holder for select using (organization_id = app.organization());
create policy writable on holder for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('customers.assign')));
create policy changeable on holder for update using (organization_id = app.organization() and app.may('customers.assign'))
  with check (organization_id = app.organization());
create policy removable on holder for delete using (organization_id = app.organization() and app.may('customers.assign'));
drop policy company on ledger_batch;
create policy readable on ledger_batch for select using (organization_id = app.organization());
create policy writable on ledger_batch for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('customers.assign')));
drop policy company on ledger_entry;
create policy readable on ledger_entry for select using (organization_id = app.organization());
create policy writable on ledger_entry for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('customers.assign')));
drop policy company on product;
create policy readable on product for select using (organization_id = app.organization());
create policy changeable on product using (organization_id = app.organization() and app.may('products.change'))
  with check (organization_id = app.organization() and app.may('products.change'));
drop policy company on territory;
create policy readable on territory for select using (organization_id = app.organization());
create policy changeable on territory using (organization_id = app.organization() and app.may('territories.change'))
  with check (organization_id = app.organization() and app.may('territories.change'));
drop policy company on person_territory;
create policy readable on person_territory for select using (organization_id = app.organization());
create policy changeable on person_territory
  using (organization_id = app.organization() and (app.may('territories.change') or app.may('people.change')))
  with check (organization_id = app.organization() and (app.may('territories.change') or app.may('people.change')));

create table change_request (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  entity text not null check (entity in ('customer', 'contact')),
  entity_id uuid not null,
  -- A field of the contract: name, taxId, location …, of a contact phone, email, inCharge, removed.
  field text not null,
  from_value jsonb not null,
  to_value jsonb not null,
  reason text,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'rejected', 'withdrawn')),
  requested_by uuid,
  requested_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, requested_by) references person (organization_id, id),
  foreign key (organization_id, decided_by) references person (organization_id, id),
  check ((state = 'waiting') = (decided_at is null)),
  -- Nobody decides their own; withdrawing is for the one who asked.
  check (state not in ('approved', 'rejected') or decided_by is distinct from requested_by)
);
create index change_request_by_customer on change_request (organization_id, customer_id, requested_at desc);
create index change_request_waiting on change_request (organization_id, requested_at) where state = 'waiting';
create index change_request_by_asker on change_request (organization_id, requested_by, requested_at desc);
select app.guard_part('change_request');
grant select, insert, update on change_request to relevo_app;

create table saved_view (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  shared boolean not null default false,
  state jsonb not null,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, person_id, name),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select app.guard('saved_view', true);
create policy readable on saved_view for select using (
  organization_id = app.organization() and (shared or person_id = app.person())
);
create policy own_insert on saved_view for insert with check (
  organization_id = app.organization() and person_id = app.person()
);
create policy own_update on saved_view for update using (
  organization_id = app.organization() and person_id = app.person()
) with check (organization_id = app.organization() and person_id = app.person());
create policy own_delete on saved_view for delete using (
  organization_id = app.organization() and person_id = app.person()
);
grant select, insert, update, delete on saved_view to relevo_app;

-- What the customer's own team noted of the person in charge. Only who holds the customer in person reads it: no role
-- does, not even the principal's. An expired fact is not readable, and a job removes it.
create table personal_fact (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('hobby', 'date', 'family', 'preference')),
  fact text not null check (length(fact) between 1 and 500),
  source text not null check (length(source) between 1 and 200),
  author_id uuid not null,
  noted_on date not null,
  expires_on date not null check (expires_on > noted_on),
  no_children boolean not null,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, author_id) references person (organization_id, id),
  check (kind <> 'family' or no_children)
);
create index personal_fact_by_customer on personal_fact (organization_id, customer_id);
create index personal_fact_by_expiry on personal_fact (expires_on);
create function app.holds(customer uuid) returns boolean language sql stable parallel safe as $$
  select exists (select 1 from holder h where h.organization_id = app.organization()
    and h.customer_id = customer and h.person_id = app.person() and h.role <> 'referrer')
$$;
create function app.today() returns date language sql stable parallel safe as $$
  select (now() at time zone coalesce((select time_zone from organization where id = app.organization()), 'UTC'))::date
$$;
create function app.command() returns text language sql stable parallel safe as
$$ select coalesce(current_setting('app.command', true), '') $$;
-- Not in the change feed: what isn't in it can't leave by export, webhook or another's device.
select app.guard('personal_fact', false);
create policy team_read on personal_fact for select using (
  organization_id = app.organization() and expires_on > (select app.today()) and app.holds(customer_id)
);
create policy team_write on personal_fact for insert with check (
  organization_id = app.organization() and author_id = app.person() and app.holds(customer_id)
);
create policy team_remove on personal_fact for delete using (
  organization_id = app.organization() and app.holds(customer_id)
);
-- The program's job forgets what has expired, and sees no more than that.
create policy forgotten_seen on personal_fact for select using (
  organization_id = app.organization() and app.command() = 'forget-personal-facts' and app.person() is null
  and expires_on <= (select app.today())
);
create policy forgotten on personal_fact for delete using (
  organization_id = app.organization() and app.command() = 'forget-personal-facts' and app.person() is null
  and expires_on <= (select app.today())
);
-- A subject's own request to see or erase what is kept of them (rule 10.3) is the one other way in.
create policy subject_seen on personal_fact for select using (
  organization_id = app.organization() and app.may('privacy.manage')
  and app.command() in ('answer-subject', 'erase')
);
create policy subject_erased on personal_fact for delete using (
  organization_id = app.organization() and app.may('privacy.erase') and app.command() = 'erase'
);
grant select, insert, delete on personal_fact to relevo_app;

-- The next number for a customer's code. It must know all codes of the company, also of customers that the person who
-- registers may not see, so it asks with that right for the time of the call.
create table customer_number (
  organization_id uuid primary key references organization (id),
  last bigint not null
);
select app.guard('customer_number', false);
create policy company on customer_number using (organization_id = app.organization());
grant select, insert, update on customer_number to relevo_app;
create function app.next_customer_code() returns text language plpgsql volatile as $$
declare taken text; free boolean; before constant text := coalesce(current_setting('app.may', true), '');
begin
  loop
    insert into customer_number as n (organization_id, last) values (app.organization(), 1001)
    on conflict (organization_id) do update set last = n.last + 1 returning last::text into taken;
    perform set_config('app.may', ',customers.read.all,', true);
    free := not exists (select 1 from customer where organization_id = app.organization() and code = taken);
    perform set_config('app.may', before, true);
    if free then
      return taken;
    end if;
  end loop;
end $$;
grant execute on function app.next_customer_code to relevo_app;
