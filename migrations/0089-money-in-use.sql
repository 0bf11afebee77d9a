-- Money in use (rules 5.3 and 5.4): who sees it, what was corrected, what waits for an invoice still to come.

-- Whoever records the company's money sees all of it, payroll too; whoever collected a payment keeps seeing it when the
-- customer has gone to somebody else (docs/decisions/0036-money-and-payroll.md).
do $$
declare tab text; mine text;
begin
  foreach tab in array array['receivable', 'payment', 'allocation'] loop
    mine := 'organization_id = app.organization() and ((select app.may(''customers.read.all'')) or (select app.may(''money.record''))
      or customer_id in (select f.id from app.own_customers() as f (id))'
      || case when tab = 'payment' then ' or collected_by = any ((select app.people())::uuid[]))' else ')' end;
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
end $$;

-- What whoever records money may know of any customer: what an invoice is addressed to and its terms, nothing else. It
-- lifts its own sight for one statement and lowers it again.
create function app.debtors() returns table (id uuid, code text, name text, status text, territory_id uuid, currency char(3),
  credit_limit_minor bigint, payment_days integer)
language plpgsql stable as $$
declare allowed text := current_setting('app.may', true);
begin
  if not app.may('money.record') then
    return;
  end if;
  perform set_config('app.may', ',customers.read.all,', true);
  return query select c.id, c.code, c.name, c.status, c.territory_id, c.currency, c.credit_limit_minor, c.payment_days
    from customer c where c.organization_id = app.organization();
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;

alter table receivable
  -- The order's number as another system says it; the order itself may come later.
  add column order_code text check (length(order_code) between 1 and 60),
  add column cancelled_by uuid,
  add column disputed_by uuid,
  add foreign key (organization_id, cancelled_by) references person (organization_id, id),
  add foreign key (organization_id, disputed_by) references person (organization_id, id);
alter table payment
  -- Invoices that it names and that have not come yet: [{"code": "F-12", "minor": 1000}]; minor null is as much as fits.
  add column awaits jsonb,
  add column voided_by uuid,
  add foreign key (organization_id, voided_by) references person (organization_id, id);
create index payment_awaiting on payment (organization_id, customer_id) where awaits is not null and voided_on is null;

-- How an invoice or a payment stood before another system corrected it: nothing is forgotten.
create table money_version (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  receivable_id uuid,
  payment_id uuid,
  version integer not null,
  was jsonb not null,
  source text not null default '',
  replaced_by uuid,
  replaced_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, receivable_id) references receivable (organization_id, id) on delete cascade,
  foreign key (organization_id, payment_id) references payment (organization_id, id) on delete cascade,
  check ((receivable_id is null) <> (payment_id is null))
);
create index money_version_by_customer on money_version (organization_id, customer_id);
create index money_version_by_receivable on money_version (organization_id, receivable_id) where receivable_id is not null;
create index money_version_by_payment on money_version (organization_id, payment_id) where payment_id is not null;
select app.guard('money_version', false);
do $$
declare mine constant text := 'organization_id = app.organization() and ((select app.may(''customers.read.all''))
  or (select app.may(''money.record'')) or customer_id in (select f.id from app.own_customers() as f (id)))';
begin
  execute format('create policy part_read on money_version for select using (%s)', mine);
  execute format('create policy part_write on money_version for insert with check (%s)', mine);
  execute format('create policy part_change on money_version for update using (%s)', mine);
  execute format('create policy part_remove on money_version for delete using (%s)', mine);
end $$;
grant select, insert, update, delete on money_version to relevo_app;

-- Customers that owe more than their limit, each once: whoever is concerned was told when it began.
create table over_limit (
  organization_id uuid not null,
  customer_id uuid not null,
  since_day date not null,
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
select app.guard('over_limit', false);
do $$
declare mine constant text := 'organization_id = app.organization() and ((select app.may(''customers.read.all''))
  or (select app.may(''money.record'')) or customer_id in (select f.id from app.own_customers() as f (id)))';
begin
  execute format('create policy readable on over_limit for select using (%s)', mine);
  execute format('create policy writable on over_limit for insert with check (%s)', mine);
  execute format('create policy removable on over_limit for delete using (%s)', mine);
end $$;
grant select, insert, delete on over_limit to relevo_app;

-- A rate that was recorded wrongly is taken back by a row without one; the day before it holds again.
alter table exchange_rate alter column rate drop not null;

-- Notes of hand-ins are erased with whom they name (rule 10.3), nothing else of them changes.
create policy erasable on hand_in for update using (organization_id = app.organization() and app.may('privacy.erase'));
grant update (note, version) on hand_in to relevo_app;
