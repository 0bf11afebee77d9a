-- Sales (rule 5): what waited as staged orders becomes orders that go through their life; prices, returns, stock at the outlet.

-- Moved rows of merges name their table; the owner of the tables is bound by forced row-level security as well.
alter table customer_merge no force row level security;
update customer_merge set record = replace(record::text, '"staged_order', '"sales_order')::jsonb
where record::text like '%"staged_order%';
alter table customer_merge force row level security;

alter table staged_order rename to sales_order;
alter index staged_order_by_customer rename to sales_order_by_customer;
alter index staged_order_by_person rename to sales_order_by_person;
alter table staged_order_line rename to sales_order_line;
alter index staged_order_line_by_product rename to sales_order_line_by_product;
alter index staged_order_line_by_customer rename to sales_order_line_by_customer;

create table price_list (
  organization_id uuid not null references organization (id),
  id uuid not null,
  code text not null check (length(code) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  from_day date,
  to_day date check (to_day >= from_day),
  -- Whom it is for when a customer has no list of its own; empty means everybody.
  channels text[] not null default '{}',
  tiers text[] not null default '{}' check (tiers <@ array['A', 'B', 'C']),
  -- Of several that fit, the lower number goes first.
  rank smallint not null default 100,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code)
);
select app.guard('price_list', true);
create policy readable on price_list for select using (organization_id = app.organization());
create policy writable on price_list for insert with check (organization_id = app.organization() and app.may('prices.change'));
create policy changeable on price_list for update using (organization_id = app.organization() and app.may('prices.change'));
create policy removable on price_list for delete using (organization_id = app.organization() and app.may('prices.change'));

-- A price holds from its day until the next one of the same product and quantity.
create table price (
  organization_id uuid not null,
  id uuid not null,
  price_list_id uuid not null,
  product_id uuid not null,
  least_quantity numeric(18, 6) not null default 0 check (least_quantity >= 0),
  from_day date not null,
  -- Null takes the product off the list from that day.
  unit_price_minor bigint check (unit_price_minor >= 0),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, price_list_id, product_id, least_quantity, from_day),
  foreign key (organization_id, price_list_id) references price_list (organization_id, id),
  foreign key (organization_id, product_id) references product (organization_id, id)
);
create index price_by_product on price (organization_id, product_id);
select app.guard('price', true);
create policy readable on price for select using (organization_id = app.organization());
create policy writable on price for insert with check (organization_id = app.organization() and app.may('prices.change'));
create policy changeable on price for update using (organization_id = app.organization() and app.may('prices.change'));
create policy removable on price for delete using (organization_id = app.organization() and app.may('prices.change'));

-- Which list a customer buys by, agreed from a day on; null goes back to the general lists.
create table customer_price_list (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  price_list_id uuid,
  from_day date not null,
  agreed_by uuid,
  reason text check (length(reason) <= 500),
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, customer_id, from_day, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, price_list_id) references price_list (organization_id, id),
  foreign key (organization_id, agreed_by) references person (organization_id, id)
);
select app.guard_part('customer_price_list');

-- One unit of the currency in the company's own, from a day until the next rate (rule 5, several currencies). A correction
-- of the same day is a new row; the last recorded holds.
create table exchange_rate (
  organization_id uuid not null references organization (id),
  id uuid not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  rate numeric(24, 12) not null check (rate > 0),
  source text check (length(source) <= 200),
  recorded_by uuid,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, recorded_by) references person (organization_id, id)
);
create index exchange_rate_by_day on exchange_rate (organization_id, currency, day desc, recorded_at desc);
select app.guard('exchange_rate', true);
create policy readable on exchange_rate for select using (organization_id = app.organization());
create policy writable on exchange_rate for insert with check (organization_id = app.organization() and app.may('rates.change'));
select app.append_only('exchange_rate');

-- An order's currency is what its lines are in.
alter table sales_order no force row level security;
alter table sales_order_line no force row level security;
alter table sales_order disable trigger note_write;
update sales_order o set currency = coalesce(
  (select l.currency from sales_order_line l where l.organization_id = o.organization_id and l.order_id = o.id order by l.line limit 1),
  o.currency, (select currency from organization where id = o.organization_id));
alter table sales_order
  alter column currency set not null,
  -- A return is an order of its own with negative quantities, linked to what it takes back.
  add column kind text not null default 'sale' check (kind in ('sale', 'return')),
  add column of_order_id uuid,
  add column reason text check (length(reason) <= 500),
  -- Which system told of it: '' when entered here or by file.
  add column source text not null default '' check (length(source) <= 60),
  add column visit_id uuid,
  add column price_list_id uuid,
  add column delivered_on date,
  add column cancelled_on date,
  add column cancel_reason text check (length(cancel_reason) <= 500),
  add column note text check (length(note) <= 2000),
  add column tax_minor bigint not null default 0,
  -- The sum of its lines, written by whoever writes the lines; verify compares.
  add column goods_minor bigint not null default 0,
  add column line_count integer not null default 0,
  add column recorded_by uuid,
  add foreign key (organization_id, of_order_id) references sales_order (organization_id, id),
  add foreign key (organization_id, visit_id) references visit (organization_id, id),
  add foreign key (organization_id, price_list_id) references price_list (organization_id, id),
  add foreign key (organization_id, recorded_by) references person (organization_id, id),
  add check (kind = 'return' or of_order_id is null);
alter table sales_order_line add column of_line_id uuid,
  add foreign key (organization_id, of_line_id) references sales_order_line (organization_id, id);
update sales_order o set goods_minor = s.sum, line_count = s.n
from (select organization_id, order_id, sum(total_minor) as sum, count(*) as n from sales_order_line group by 1, 2) s
where s.organization_id = o.organization_id and s.order_id = o.id;
alter table sales_order enable trigger note_write;
alter table sales_order force row level security;
alter table sales_order_line force row level security;
create index sales_order_by_day on sales_order (organization_id, ordered_on desc, id);
create index sales_order_returned on sales_order (organization_id, of_order_id) where of_order_id is not null;
create index sales_order_open on sales_order (organization_id, customer_id)
  where delivered_on is null and cancelled_on is null;
create index sales_order_line_returned on sales_order_line (organization_id, of_line_id) where of_line_id is not null;

-- The order is what devices and programs hear of; its lines come with it.
drop trigger note_write on sales_order_line;

-- How an order stood before it was changed: kept whole, so that a correction is a new version and nothing is forgotten.
create table sales_order_version (
  organization_id uuid not null,
  order_id uuid not null,
  version integer not null,
  customer_id uuid not null,
  -- {"order": {...}, "lines": [...]} as it stood.
  was jsonb not null,
  -- Who replaced it, when, and by which way.
  replaced_by uuid,
  replaced_at timestamptz not null default now(),
  source text not null default '',
  primary key (organization_id, order_id, version),
  foreign key (organization_id, order_id) references sales_order (organization_id, id) on delete cascade,
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
create index sales_order_version_by_customer on sales_order_version (organization_id, customer_id);
select app.guard_part('sales_order_version');
drop trigger note_write on sales_order_version;

-- Stock at the outlet as somebody counted it (rule 5.5). What was not counted is unknown, never none.
create table stock_count (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  product_id uuid not null,
  counted_on date not null,
  quantity numeric(18, 6) not null check (quantity >= 0),
  facings integer check (facings >= 0),
  counted_by uuid,
  visit_id uuid,
  -- A count that was wrong is withdrawn, not edited.
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, product_id) references product (organization_id, id),
  foreign key (organization_id, counted_by) references person (organization_id, id),
  foreign key (organization_id, withdrawn_by) references person (organization_id, id),
  foreign key (organization_id, visit_id) references visit (organization_id, id)
);
create index stock_count_by_customer on stock_count (organization_id, customer_id, product_id, counted_on desc);
create index stock_count_by_day on stock_count (organization_id, counted_on);
select app.guard_part('stock_count');

-- Goods lost at the outlet: expired, broken, stolen, given away.
create table write_off (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  product_id uuid not null,
  day date not null,
  quantity numeric(18, 6) not null check (quantity > 0),
  reason text not null check (reason in ('expired', 'broken', 'stolen', 'promotion', 'other')),
  note text check (length(note) <= 500),
  recorded_by uuid,
  visit_id uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, product_id) references product (organization_id, id),
  foreign key (organization_id, recorded_by) references person (organization_id, id),
  foreign key (organization_id, withdrawn_by) references person (organization_id, id),
  foreign key (organization_id, visit_id) references visit (organization_id, id)
);
create index write_off_by_customer on write_off (organization_id, customer_id, product_id, day);
select app.guard_part('write_off');

grant select, insert, update, delete on price_list, price to relevo_app;
grant select, insert on customer_price_list, exchange_rate, sales_order_version to relevo_app;
grant update on customer_price_list, sales_order_version to relevo_app;
grant delete on sales_order_version to relevo_app;
grant select, insert, update on stock_count, write_off to relevo_app;

-- A computed tier (rule 1.8): a run looks at every customer once and says who moved and why.
create table tier_run (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- The last day of the twelve months looked at.
  as_of date not null,
  -- {"a": 80, "b": 95, "hysteresis": 2, …} as the settings were.
  rules jsonb not null,
  customers integer not null,
  moved integer not null,
  sales_minor bigint not null,
  currency char(3) not null,
  made_by uuid,
  made_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, made_by) references person (organization_id, id),
  foreign key (organization_id, undone_by) references person (organization_id, id)
);
create index tier_run_by_time on tier_run (organization_id, made_at desc);
select app.guard('tier_run', true);
create policy readable on tier_run for select using (organization_id = app.organization());
create policy writable on tier_run for insert with check (organization_id = app.organization() and app.may('tiers.compute'));
create policy changeable on tier_run for update using (organization_id = app.organization() and app.may('tiers.compute'));
grant select, insert, update on tier_run to relevo_app;

create table tier_move (
  organization_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  customer_id uuid not null,
  before char(1) check (before in ('A', 'B', 'C')),
  after char(1) check (after in ('A', 'B', 'C')),
  sales_minor bigint not null,
  -- Of all sales, up to and with this customer, largest first: parts of a million.
  cumulative_ppm integer not null,
  rank integer not null,
  -- Why: the share alone, or moved by potential, by risk; a customer set by hand isn't moved at all.
  because text not null check (because in ('share', 'first', 'potential', 'risk', 'no-sales')),
  primary key (organization_id, id),
  unique (organization_id, run_id, customer_id),
  foreign key (organization_id, run_id) references tier_run (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
create index tier_move_by_customer on tier_move (organization_id, customer_id);
select app.guard_part('tier_move');
drop trigger note_write on tier_move;
grant select, insert on tier_move to relevo_app;
select app.append_only('tier_move');

alter table customer
  -- Set by hand with a reason, or computed from sales.
  add column tier_by text check (tier_by in ('hand', 'computed')),
  -- One step up for a customer with potential, one down for one at risk, with the reason.
  add column tier_shift smallint not null default 0 check (tier_shift between -1 and 1),
  add column tier_shift_reason text check (length(tier_shift_reason) <= 500);
alter table customer no force row level security;
alter table customer disable trigger user;
update customer set tier_by = 'hand' where tier is not null;
alter table customer enable trigger user;
alter table customer force row level security;
