-- What customers owe and pay (rules 5.3 and 5.4). Amounts are exact, in minor units.

-- Invoices and credit notes. A credit note has a negative amount.
create table receivable (
  organization_id uuid not null,
  id uuid not null,
  code text not null check (length(code) between 1 and 60),
  customer_id uuid not null,
  order_id uuid,
  kind text not null check (kind in ('invoice', 'credit-note', 'opening')),
  issued_on date not null,
  due_on date not null,
  amount_minor bigint not null check (amount_minor <> 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  -- What of it is settled, with the sign of the amount: the sum of its allocations, written in the same transaction.
  settled_minor bigint not null default 0,
  note text check (length(note) <= 500),
  source text not null default '' check (length(source) <= 60),
  cancelled_on date,
  cancel_reason text check (length(cancel_reason) <= 500),
  -- The customer says that it isn't owed.
  disputed_on date,
  dispute_note text check (length(dispute_note) <= 500),
  recorded_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, order_id) references sales_order (organization_id, id),
  foreign key (organization_id, recorded_by) references person (organization_id, id),
  check ((kind = 'credit-note') = (amount_minor < 0)),
  check (case when amount_minor > 0 then settled_minor between 0 and amount_minor else settled_minor between amount_minor and 0 end),
  check (cancelled_on is null or settled_minor = 0)
);
create index receivable_by_customer on receivable (organization_id, customer_id, due_on);
create index receivable_open on receivable (organization_id, due_on, customer_id)
  where cancelled_on is null and settled_minor <> amount_minor;
create index receivable_by_order on receivable (organization_id, order_id) where order_id is not null;
select app.guard_part('receivable');

-- Money that a person brings to the company, counted when handed in.
create table hand_in (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  received_by uuid not null,
  handed_on date not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  -- What its payments come to, and what was counted; a difference stays visible and is nobody's wage (rule 5.4).
  expected_minor bigint not null check (expected_minor >= 0),
  counted_minor bigint not null check (counted_minor >= 0),
  note text check (length(note) <= 500),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, received_by) references person (organization_id, id),
  check (person_id <> received_by)
);
create index hand_in_by_person on hand_in (organization_id, person_id, handed_on desc);
select app.guard('hand_in', true);
create policy readable on hand_in for select using (organization_id = app.organization()
  and (app.may('money.receive') or person_id = any ((select app.people())::uuid[])));
create policy writable on hand_in for insert with check (organization_id = app.organization() and app.may('money.receive'));

create table payment (
  organization_id uuid not null,
  id uuid not null,
  code text check (length(code) between 1 and 60),
  customer_id uuid not null,
  paid_on date not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  -- Money only: wages are never netted against a debt (rule 5.4).
  method text not null check (method in ('cash', 'cheque', 'transfer', 'card', 'wallet', 'other')),
  -- Who of ours took it; nobody when it came to the company directly.
  collected_by uuid,
  hand_in_id uuid,
  used_minor bigint not null default 0,
  note text check (length(note) <= 500),
  source text not null default '' check (length(source) <= 60),
  visit_id uuid,
  -- Bounced, or recorded wrongly.
  voided_on date,
  void_reason text check (length(void_reason) <= 500),
  recorded_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, collected_by) references person (organization_id, id),
  foreign key (organization_id, hand_in_id) references hand_in (organization_id, id),
  foreign key (organization_id, visit_id) references visit (organization_id, id),
  foreign key (organization_id, recorded_by) references person (organization_id, id),
  check (used_minor between 0 and amount_minor),
  check (hand_in_id is null or collected_by is not null),
  check (voided_on is null or used_minor = 0)
);
create index payment_by_customer on payment (organization_id, customer_id, paid_on desc);
create index payment_in_hand on payment (organization_id, collected_by, paid_on)
  where collected_by is not null and hand_in_id is null and voided_on is null;
create index payment_unused on payment (organization_id, customer_id) where voided_on is null and used_minor < amount_minor;
select app.guard_part('payment');

-- Which money settles which invoice: from a payment or from a credit note. Never edited: taken back by its opposite.
create table allocation (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  receivable_id uuid not null,
  payment_id uuid,
  credit_id uuid,
  -- Negative takes an earlier one back.
  amount_minor bigint not null check (amount_minor <> 0),
  allocated_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, receivable_id) references receivable (organization_id, id),
  foreign key (organization_id, payment_id) references payment (organization_id, id),
  foreign key (organization_id, credit_id) references receivable (organization_id, id),
  foreign key (organization_id, recorded_by) references person (organization_id, id),
  check ((payment_id is null) <> (credit_id is null)),
  check (credit_id is distinct from receivable_id)
);
create index allocation_by_receivable on allocation (organization_id, receivable_id);
create index allocation_by_payment on allocation (organization_id, payment_id) where payment_id is not null;
create index allocation_by_credit on allocation (organization_id, credit_id) where credit_id is not null;
create index allocation_by_customer on allocation (organization_id, customer_id);
select app.guard_part('allocation');
drop trigger note_write on allocation;
-- A merge moves it to the kept customer; nothing else of it changes.
create function app.refuse_other_change() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'customer_id') is distinct from (to_jsonb(old) - 'customer_id') then
    raise exception '% is append-only', tg_table_name using errcode = 'RV002';
  end if;
  return new;
end $$;
create trigger append_only before update on allocation for each row execute function app.refuse_other_change();
create trigger append_only_delete before delete on allocation for each row execute function app.refuse_change();

grant select, insert, update on receivable, payment, allocation to relevo_app;
grant delete on receivable, payment to relevo_app;
grant select, insert on hand_in to relevo_app;
