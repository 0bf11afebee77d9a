-- Complaints and after-sales (rule 8.2): somebody responsible, a deadline, a cause and a remedy; they travel with a handover.
create table complaint (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  kind text not null check (kind in ('product', 'delivery', 'invoice', 'service', 'other')),
  text text not null check (length(text) between 1 and 4000),
  order_id uuid,
  product_id uuid,
  visit_id uuid,
  raised_on date not null,
  taken_by uuid,
  -- Nobody named: the customer's owner of the day.
  responsible_id uuid,
  due_on date not null,
  cause text check (length(cause) <= 2000),
  remedy text check (length(remedy) <= 2000),
  resolved_on date,
  resolved_by uuid,
  -- What the customer thought of it, from 1 to 5.
  rating smallint check (rating between 1 and 5),
  reopened integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, order_id) references sales_order (organization_id, id),
  foreign key (organization_id, product_id) references product (organization_id, id),
  foreign key (organization_id, visit_id) references visit (organization_id, id),
  foreign key (organization_id, taken_by) references person (organization_id, id),
  foreign key (organization_id, responsible_id) references person (organization_id, id),
  foreign key (organization_id, resolved_by) references person (organization_id, id),
  check (resolved_on is null or resolved_on >= raised_on)
);
create index complaint_by_customer on complaint (organization_id, customer_id, raised_on desc);
create index complaint_open on complaint (organization_id, due_on) where resolved_on is null;
select app.guard_part('complaint');
grant select, insert, update, delete on complaint to relevo_app;
