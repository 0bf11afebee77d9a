-- Telling other programs (rule 10.4): where to, what they asked for, what happened, and how each delivery went.

create table webhook_endpoint (
  organization_id uuid not null references organization (id),
  id uuid not null,
  url text not null check (length(url) between 1 and 2000),
  description text not null default '' check (length(description) <= 200),
  types text[] not null check (cardinality(types) between 1 and 100),
  enabled boolean not null default true,
  -- Why it is off: by-hand, failing (nothing arrived for days) or gone (the other side said so).
  off_because text check (off_because in ('by-hand', 'failing', 'gone')),
  -- Since when nothing has arrived; null after a success.
  failing_since timestamptz,
  made_by uuid,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, made_by) references person (organization_id, id),
  check (enabled = (off_because is null))
);
select app.guard('webhook_endpoint', false);
create policy managed on webhook_endpoint using (
  organization_id = app.organization() and ((select app.may('integrations.manage')) or (select app.is_program()))
);
grant select, insert, update, delete on webhook_endpoint to relevo_app;

-- What deliveries are signed with: the newest, and for a day the one before. Written once and read by the program alone.
create table webhook_secret (
  organization_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  secret text not null,
  made_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, endpoint_id) references webhook_endpoint (organization_id, id) on delete cascade
);
create index webhook_secret_of_endpoint on webhook_secret (organization_id, endpoint_id, made_at desc);
select app.guard('webhook_secret', false);
create policy made on webhook_secret for insert with check (
  organization_id = app.organization() and (select app.may('integrations.manage'))
);
create policy used on webhook_secret for select using (organization_id = app.organization() and (select app.is_program()));
create policy superseded on webhook_secret for delete using (
  organization_id = app.organization() and (select app.is_program())
);
grant select, insert, delete on webhook_secret to relevo_app;

-- Who wants what among those that are on. Everybody's commands look here, so it holds no address and no secret.
create table webhook_wanted (
  organization_id uuid not null,
  type text not null,
  endpoint_id uuid not null,
  primary key (organization_id, type, endpoint_id),
  foreign key (organization_id, endpoint_id) references webhook_endpoint (organization_id, id) on delete cascade
);
select app.guard('webhook_wanted', false);
create policy looked_up on webhook_wanted for select using (organization_id = app.organization());
create policy made on webhook_wanted for insert with check (
  organization_id = app.organization() and (select app.may('integrations.manage'))
);
create policy removed on webhook_wanted for delete using (
  organization_id = app.organization() and (select app.may('integrations.manage'))
);
grant select, insert, delete on webhook_wanted to relevo_app;

-- What happened, written in the transaction of the command that did it. Ids and facts, no personal notes (rule 1.2).
create table webhook_message (
  organization_id uuid not null references organization (id),
  id uuid not null,
  type text not null check (type ~ '^[a-z]+[.][a-z]+$'),
  at timestamptz not null default now(),
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  primary key (organization_id, id)
);
create index webhook_message_by_time on webhook_message (organization_id, at);
create table webhook_delivery (
  organization_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  endpoint_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  last_at timestamptz,
  last_status integer,
  last_error text,
  last_ms integer,
  primary key (organization_id, id),
  foreign key (organization_id, message_id) references webhook_message (organization_id, id) on delete cascade,
  foreign key (organization_id, endpoint_id) references webhook_endpoint (organization_id, id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (organization_id, due_at) where state = 'waiting';
create index webhook_delivery_of_endpoint on webhook_delivery (organization_id, endpoint_id, id desc);
create index webhook_delivery_of_message on webhook_delivery (organization_id, message_id);
select app.guard('webhook_message', false);
select app.guard('webhook_delivery', false);
create policy managed on webhook_message using (
  organization_id = app.organization() and ((select app.may('integrations.manage')) or (select app.is_program()))
) with check (organization_id = app.organization());
create policy managed on webhook_delivery using (
  organization_id = app.organization() and ((select app.may('integrations.manage')) or (select app.is_program()))
) with check (organization_id = app.organization());
grant select, insert, delete on webhook_message to relevo_app;
grant select, insert, update, delete on webhook_delivery to relevo_app;
