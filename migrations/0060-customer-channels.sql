-- Ways to reach a customer that need nobody in particular (rule 2.6): they stay with the company when a salesperson leaves.

create table customer_channel (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('company-number', 'shared-mailbox', 'portal', 'messaging-account')),
  -- The number, address or account of the company's, under which this customer reaches it.
  value text not null check (length(value) between 1 and 200),
  since_day date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, customer_id, kind, value),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, recorded_by) references person (organization_id, id)
);
select app.guard_part('customer_channel');
grant select, insert, update, delete on customer_channel to relevo_app;
