-- The ledger of responsibility, whole (rules 2.1, 2.2, 2.8): every seat counts its entries, cover is a role that returns by
-- itself, and every batch is sealed with a hash chained to the one before.

-- What an owner of these tables who isn't a superuser needs, to see the rows of all companies while they are converted.
alter table ledger_batch no force row level security;
alter table ledger_entry no force row level security;
alter table ledger_entry disable trigger user;

-- Entries of one seat are numbered without a gap: of two for the same day the later number holds, two writers can't both
-- have written the next one, and one that was taken away is missed.
alter table ledger_entry add column ordinal integer not null default 1 check (ordinal >= 1);
update ledger_entry e set ordinal = n.ordinal
from (
  select x.organization_id, x.id, row_number() over (
    partition by x.organization_id, x.customer_id, x.line, x.role, x.seat order by b.recorded_at, x.from_day, x.id) as ordinal
  from ledger_entry x join ledger_batch b on b.organization_id = x.organization_id and b.id = x.batch_id
) n
where n.organization_id = e.organization_id and n.id = e.id and n.ordinal <> 1;
alter table ledger_entry add constraint ledger_entry_turn
  unique (organization_id, customer_id, line, role, seat, ordinal);
drop index ledger_entry_by_customer;
create index ledger_entry_on_day on ledger_entry
  (organization_id, customer_id, role, line, seat, from_day desc, ordinal desc) include (person_id);

alter table ledger_entry drop constraint ledger_entry_role_check;
alter table ledger_entry add constraint ledger_entry_role_check
  check (role in ('owner', 'backup', 'sponsor', 'referrer', 'cover'));
alter table holder drop constraint holder_role_check;
alter table holder add constraint holder_role_check
  check (role in ('owner', 'backup', 'sponsor', 'referrer', 'cover'));

-- What a batch belongs to or undoes: a transfer, a case, another batch.
alter table ledger_batch add column about_kind text check (about_kind ~ '^[a-z][a-z-]*$');
alter table ledger_batch add column about_id uuid;
alter table ledger_batch add constraint ledger_batch_about check ((about_kind is null) = (about_id is null));
create index ledger_batch_about on ledger_batch (organization_id, about_id) where about_id is not null;

-- The change feed names a batch and whoever it made responsible, instead of one row an entry.
drop trigger note_write on ledger_entry;
create trigger note_write after insert or update or delete on ledger_batch
  for each statement execute function app.note_write();

-- One seal a batch, numbered without a gap in each company.
create table ledger_seal (
  organization_id uuid not null references organization (id),
  number bigint not null check (number >= 1),
  batch_id uuid not null,
  -- Later than every seal before, and given while the company's head is locked: what was known at an instant stays known so.
  sealed_at timestamptz not null,
  entries integer not null check (entries >= 0),
  -- 16 bytes of each entry's hash in the order of their ids: so the one that was tampered with can be named.
  leaves bytea not null,
  previous bytea not null,
  hash bytea not null,
  primary key (organization_id, number),
  unique (organization_id, batch_id),
  foreign key (organization_id, batch_id) references ledger_batch (organization_id, id)
);
alter table ledger_seal alter column leaves set storage external;
create index ledger_seal_by_time on ledger_seal (organization_id, sealed_at);

-- What an entry says, as bytes that don't depend on the settings of a session.
create function app.ledger_leaf(e ledger_entry) returns bytea language sql stable parallel safe as $$
  select substring(sha256(convert_to(
    e.id::text || '|' || e.batch_id || '|' || e.customer_id || '|' || e.line || '|' || e.role || '|' || e.seat || '|'
    || e.ordinal || '|' || (e.from_day - date '2000-01-01') || '|' || coalesce(e.person_id::text, '-') || '|' || e.cause,
    'UTF8')) from 1 for 16)
$$;
create function app.ledger_microseconds(at timestamptz) returns text language sql immutable parallel safe as
$$ select (extract(epoch from at) * 1000000)::bigint::text $$;
create function app.ledger_hash(
  b ledger_batch, number bigint, sealed_at timestamptz, entries integer, previous bytea, leaves bytea
) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(
    b.organization_id::text || '|' || number || '|' || b.id || '|' || b.cause || '|' || coalesce(b.recorded_by::text, '-') || '|'
    || app.ledger_microseconds(b.recorded_at) || '|' || app.ledger_microseconds(sealed_at) || '|'
    || coalesce(b.about_kind, '-') || '|' || coalesce(b.about_id::text, '-') || '|' || entries || '|', 'UTF8')
    || previous || leaves)
$$;

-- Seals a batch behind the last one of its company; answers its number. Takes the company's head, as the last act before a
-- commit does anyhow, so that seals follow each other and their instants rise.
create function app.seal_ledger(company uuid, batch uuid, at timestamptz default null) returns bigint
language plpgsql volatile as $$
declare
  last ledger_seal;
  written ledger_batch;
  n bigint;
  instant timestamptz;
  total integer;
  found_leaves bytea;
begin
  insert into organization_head (organization_id, revision) values (company, 0) on conflict do nothing;
  perform 1 from organization_head where organization_id = company for update;
  select * into last from ledger_seal where organization_id = company order by number desc limit 1;
  select * into strict written from ledger_batch where organization_id = company and id = batch;
  select count(*)::int, coalesce(string_agg(app.ledger_leaf(e), ''::bytea order by e.id), ''::bytea)
    into total, found_leaves from ledger_entry e where e.organization_id = company and e.batch_id = batch;
  n := coalesce(last.number, 0) + 1;
  instant := greatest(coalesce(at, clock_timestamp()), last.sealed_at + interval '1 microsecond');
  insert into ledger_seal (organization_id, number, batch_id, sealed_at, entries, leaves, previous, hash)
  values (company, n, batch, instant, total, found_leaves, coalesce(last.hash, ''::bytea),
    app.ledger_hash(written, n, instant, total, coalesce(last.hash, ''::bytea), found_leaves));
  return n;
end $$;

-- Change points that lie ahead: when their day comes, what holds today is put right.
create table ledger_due (
  organization_id uuid not null,
  customer_id uuid not null,
  line text not null,
  role text not null,
  seat smallint not null,
  due_day date not null,
  primary key (organization_id, due_day, customer_id, line, role, seat),
  foreign key (organization_id, customer_id) references customer (organization_id, id)
);
select app.guard('ledger_due', false);
create policy company on ledger_due using (organization_id = app.organization());
grant select, insert, delete on ledger_due to relevo_app;

-- Batches from before are sealed in the order in which they were recorded.
do $$
declare b record;
begin
  for b in select organization_id, id, recorded_at from ledger_batch order by organization_id, recorded_at, id loop
    -- The company's head is guarded, from the owner of the tables as well.
    perform set_config('app.organization_id', b.organization_id::text, true);
    perform app.seal_ledger(b.organization_id, b.id, b.recorded_at);
  end loop;
  perform set_config('app.organization_id', '', true);
end $$;

select app.guard('ledger_seal', false);
create policy company on ledger_seal using (organization_id = app.organization());
grant select, insert on ledger_seal to relevo_app;
select app.append_only('ledger_seal');
alter table ledger_batch force row level security;
alter table ledger_entry force row level security;
alter table ledger_entry enable trigger user;

