-- A post that an import brought is taken back with it (rule 1.6).
alter table posting add column import_id uuid;
create index posting_by_import on posting (organization_id, import_id) where import_id is not null;
