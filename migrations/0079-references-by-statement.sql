-- A command on ten thousand customers writes as many entries of one batch, as many rows of what holds today and as many changes
-- of one revision. PostgreSQL asks for a foreign key once a row, which was a fifth of such a command. What these keys refer to
-- is only ever added to (0004, 0001), so that they needed asking only when a row is written: now once a statement.

create function app.batch_is_there() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct w.organization_id, w.batch_id from written w) w where not exists (
    select from ledger_batch b where b.organization_id = w.organization_id and b.id = w.batch_id))
  then
    raise exception 'an entry of a batch that is not there'
      using errcode = 'foreign_key_violation', constraint = 'ledger_entry_batch', table = 'ledger_entry';
  end if;
  return null;
end $$;
create trigger batch_is_there after insert on ledger_entry referencing new table as written
  for each statement execute function app.batch_is_there();
alter table ledger_entry drop constraint ledger_entry_organization_id_batch_id_fkey;

-- Whoever holds a seat does so by an entry of this customer that names this very person: more than the two keys asked for.
create function app.held_by_entry() returns trigger language plpgsql as $$
begin
  if exists (select from written w left join ledger_entry e on e.organization_id = w.organization_id and e.id = w.entry_id
    where e.customer_id is distinct from w.customer_id or e.person_id is distinct from w.person_id)
  then
    raise exception 'somebody holds a customer and no entry says so'
      using errcode = 'foreign_key_violation', constraint = 'holder_entry', table = 'holder';
  end if;
  return null;
end $$;
create trigger held_by_entry_new after insert on holder referencing new table as written
  for each statement execute function app.held_by_entry();
create trigger held_by_entry_changed after update on holder referencing new table as written
  for each statement execute function app.held_by_entry();
alter table holder drop constraint holder_organization_id_entry_id_fkey;
alter table holder drop constraint holder_organization_id_person_id_fkey;

create function app.revision_is_there() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct w.organization_id, w.revision from written w) w where not exists (
    select from revision r where r.organization_id = w.organization_id and r.revision = w.revision))
  then
    raise exception 'a change of a revision that is not there'
      using errcode = 'foreign_key_violation', constraint = 'change_revision', table = 'change';
  end if;
  return null;
end $$;
create trigger revision_is_there after insert on change referencing new table as written
  for each statement execute function app.revision_is_there();
alter table change drop constraint change_organization_id_revision_fkey;
