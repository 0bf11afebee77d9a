-- Orders from the company's own system (rule 5.1). They wait here, checked against customers, people and products, until
-- the sales part takes them over.

create table staged_order (
  organization_id uuid not null,
  id uuid not null,
  code text not null check (length(code) between 1 and 60),
  customer_id uuid not null,
  -- Who took the order; who owns the customer is another fact.
  person_id uuid,
  ordered_on date not null,
  required_on date,
  shipped_on date,
  freight_minor bigint check (freight_minor >= 0),
  currency char(3),
  ship_name text,
  ship_city text,
  ship_country char(2),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index staged_order_by_customer on staged_order (organization_id, customer_id, ordered_on desc);
create index staged_order_by_person on staged_order (organization_id, person_id) where person_id is not null;
select app.guard_part('staged_order');
grant select, insert, update, delete on staged_order to relevo_app;

create table staged_order_line (
  organization_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  -- Repeated from the order, so that who sees the customer sees the line.
  customer_id uuid not null,
  line integer not null,
  product_id uuid not null,
  quantity numeric(18, 6) not null,
  unit_price_minor bigint not null,
  currency char(3) not null,
  -- Of the whole: 0.05 is five hundredths.
  discount numeric(9, 8) not null default 0 check (discount between 0 and 1),
  -- quantity × price less discount, rounded half away from zero once per line (rule 5.2); numeric is exact.
  total_minor bigint generated always as (round(quantity * unit_price_minor * (1 - discount))::bigint) stored,
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, order_id, line),
  foreign key (organization_id, order_id) references staged_order (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, product_id) references product (organization_id, id)
);
create index staged_order_line_by_product on staged_order_line (organization_id, product_id);
create index staged_order_line_by_customer on staged_order_line (organization_id, customer_id);
select app.guard_part('staged_order_line');
grant select, insert, update, delete on staged_order_line to relevo_app;
