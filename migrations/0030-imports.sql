-- Imports of files (rule 1.6): the file's staged rows, what became of each, and how a source's columns were mapped before.

create table import (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- What it brings ('customers') and who may see and run it: a permission's name.
  entity text not null,
  permission text not null,
  file_name text not null check (length(file_name) between 1 and 300),
  file_bytes bigint not null,
  -- How the file is read (encoding, delimiter, sheet, header row) and what was seen of it.
  reading jsonb not null default '{}',
  inspection jsonb not null default '{}',
  -- The columns of the file in a form in which other files with the same ones are recognised.
  signature text not null default '',
  -- What each column means, and the options; fixed once the check has begun.
  columns jsonb not null default '[]',
  options jsonb not null default '{}',
  state text not null default 'uploaded' check (state in ('uploaded', 'reading', 'checking', 'checked',
    'running', 'linking', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  -- The last row that the state's work has finished with: written with the work itself, so each row is done once.
  position integer not null default 0,
  -- Rows of the file, known when it has been read.
  total integer,
  counts jsonb not null default '{}',
  -- Why it failed, or what is being tried again.
  failure jsonb,
  attempts integer not null default 0,
  -- Imports of one kind run one after the other in this order.
  queued_at timestamptz,
  started_by uuid,
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  done_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  -- When the file and the cells were thrown away; what is needed for undoing stays longer.
  emptied_at timestamptz,
  primary key (organization_id, id)
);
create index import_by_time on import (organization_id, created_at desc);
select app.guard('import', false);
create policy permitted on import using (organization_id = app.organization() and app.may(permission));
grant select, insert, update, delete on import to relevo_app;

create table import_row (
  organization_id uuid not null,
  import_id uuid not null,
  -- As a person sees it in a spreadsheet, from 1.
  row integer not null,
  cells jsonb not null,
  -- The row as a whole couldn't be read (a lost delimiter, a wrong character).
  fault jsonb,
  values jsonb not null default '{}',
  problems jsonb,
  -- What the row means by the first match key that it fills ("code:ALFKI"): rows of one file that share it are duplicates.
  key text,
  verdict text check (verdict in ('new', 'update', 'unchanged', 'duplicate-in-file', 'likely-duplicate', 'not-wanted', 'rejected')),
  existing_id uuid,
  -- {"city": ["old", "new"]} of kept values.
  changes jsonb,
  candidate jsonb,
  -- A person's word on a row: bring it in as new, put it into the candidate, or leave it out.
  decision text check (decision in ('create', 'update', 'leave')),
  outcome text check (outcome in ('created', 'updated', 'unchanged', 'left', 'rejected')),
  entity_id uuid,
  undone text check (undone in ('undone', 'changed-since', 'has-later-work', 'gone')),
  primary key (organization_id, import_id, row),
  foreign key (organization_id, import_id) references import (organization_id, id) on delete cascade
) with (fillfactor = 75);
create index import_row_by_key on import_row (organization_id, import_id, key, row) where key is not null;
create index import_row_by_entity on import_row (organization_id, entity_id) where entity_id is not null;
select app.guard('import_row', false);
-- Seen by whoever may see its import.
create policy permitted on import_row using (organization_id = app.organization()
  and import_id in (select i.id from import i where i.organization_id = app.organization()));
grant select, insert, update, delete on import_row to relevo_app;

-- How the columns of a source were mapped the last time.
create table import_mapping (
  organization_id uuid not null references organization (id),
  entity text not null,
  signature text not null,
  columns jsonb not null,
  options jsonb not null,
  used_at timestamptz not null default now(),
  used_by uuid,
  primary key (organization_id, entity, signature)
);
select app.guard('import_mapping', false);
create policy company on import_mapping using (organization_id = app.organization());
grant select, insert, update, delete on import_mapping to relevo_app;

-- Work that waits, of all companies: the workers act for no single one. Kept by a trigger; no request can reach it.
create table app.import_waiting (
  organization_id uuid not null,
  import_id uuid not null,
  primary key (organization_id, import_id)
);
create function app.note_import() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or new.state not in ('reading', 'checking', 'running', 'linking', 'undoing') then
    delete from app.import_waiting where organization_id = old.organization_id and import_id = old.id;
  else
    insert into app.import_waiting values (new.organization_id, new.id) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger note_import after update of state or delete on import for each row execute function app.note_import();
