-- The company's day and the ledger's seals follow the program's clock where the program brings its own.
create or replace function app.today() returns date language sql stable parallel safe as $$
  select (coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
    at time zone coalesce((select time_zone from organization where id = app.organization()), 'UTC'))::date
$$;

create or replace function app.seal_ledger(company uuid, batch uuid, at timestamptz default null) returns bigint
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
  instant := greatest(coalesce(at, nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp()), last.sealed_at + interval '1 microsecond');
  insert into ledger_seal (organization_id, number, batch_id, sealed_at, entries, leaves, previous, hash)
  values (company, n, batch, instant, total, found_leaves, coalesce(last.hash, ''::bytea),
    app.ledger_hash(written, n, instant, total, coalesce(last.hash, ''::bytea), found_leaves));
  return n;
end $$;
