-- Companies, their revision counter and change feed, and how a request says who it is.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Requests run as this role. It owns nothing, so that forced row-level security binds it always.
do $$ begin create role relevo_app nologin; exception when duplicate_object then null; end $$;
do $$ begin execute format('grant relevo_app to %I', current_user); exception when others then null; end $$;

create schema app;
grant usage on schema app to relevo_app;
grant usage on schema public to relevo_app;

-- Who asks, set per transaction with SET LOCAL. After its first use a setting is '' instead of null.
create function app.organization() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;
create function app.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
create function app.account() returns text language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '') $$;
-- The person and everybody below in the tree of managers.
create function app.people() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.people', true), ''), '{}')::uuid[] $$;
-- Permissions come from one table in the program; the database is told the names.
create function app.may(action text) returns boolean language sql stable parallel safe as
$$ select position(',' || action || ',' in coalesce(current_setting('app.may', true), '')) > 0 $$;

-- A synced table may be written only inside a command, and the command must record what it changed:
-- the trigger notes the table, the command compares its notes with what it recorded before it commits.
create function app.note_write() returns trigger language plpgsql as $$
declare noted text := coalesce(current_setting('app.written', true), '');
begin
  if coalesce(current_setting('app.command', true), '') = '' then
    raise exception 'a write to % outside a command', tg_table_name using errcode = 'RV001';
  end if;
  if position(',' || tg_table_name || ',' in noted) = 0 then
    perform set_config('app.written', noted || ',' || tg_table_name || ',', true);
  end if;
  return null;
end $$;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'RV002';
end $$;

-- Gives a table its company: forced row-level security, and the change feed's net if it is synced.
create function app.guard(tab regclass, synced boolean) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('alter table %s force row level security', tab);
  if synced then
    execute format('create trigger note_write after insert or update or delete on %s
      for each statement execute function app.note_write()', tab);
  end if;
end $$;

create function app.append_only(tab regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s
    for each row execute function app.refuse_change()', tab);
  execute format('create trigger append_only_truncate before truncate on %s
    for each statement execute function app.refuse_change()', tab);
end $$;

create table organization (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  country char(2) not null check (country ~ '^[A-Z]{2}$'),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  language text not null check (language in ('en', 'es', 'zh')),
  time_zone text not null default 'UTC',
  week_start smallint not null default 1 check (week_start between 0 and 6),
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
select app.guard('organization', true);
create policy company on organization using (id = app.organization());
grant select, insert, update on organization to relevo_app;

create table organization_head (
  organization_id uuid primary key references organization (id),
  revision bigint not null default 0
);
select app.guard('organization_head', false);
create policy company on organization_head using (organization_id = app.organization());
grant select, insert, update on organization_head to relevo_app;

-- What happened: one row a command. Dense and ordered per company.
create table revision (
  organization_id uuid not null references organization (id),
  revision bigint not null,
  command text not null,
  person_id uuid,
  request_id text,
  at timestamptz not null default now(),
  primary key (organization_id, revision)
);
select app.guard('revision', false);
create policy company on revision using (organization_id = app.organization());
grant select, insert on revision to relevo_app;
select app.append_only('revision');

create table change (
  organization_id uuid not null,
  revision bigint not null,
  entity text not null,
  entity_id uuid not null,
  customer_id uuid,
  deleted boolean not null default false,
  primary key (organization_id, revision, entity, entity_id),
  foreign key (organization_id, revision) references revision (organization_id, revision)
);
select app.guard('change', false);
create policy company on change using (organization_id = app.organization());
grant select, insert on change to relevo_app;
select app.append_only('change');

-- Who looked at what in bulk, exported, or changed access (rule 10.2).
create table access_log (
  organization_id uuid not null references organization (id),
  id uuid not null,
  at timestamptz not null default now(),
  person_id uuid,
  action text not null,
  entity text,
  entity_id uuid,
  row_count integer,
  detail jsonb not null default '{}',
  request_id text,
  primary key (organization_id, id)
);
create index on access_log (organization_id, at desc);
select app.guard('access_log', false);
create policy written on access_log for insert with check (organization_id = app.organization());
create policy readable on access_log for select using (
  organization_id = app.organization() and (app.may('access-log.read') or person_id = app.person())
);
grant select, insert on access_log to relevo_app;
select app.append_only('access_log');
