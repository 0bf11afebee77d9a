-- Documents and photos of a customer (rule 1.1), and files that are kept in the database itself.

create table document (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- What it is by its content: jpeg, png, pdf …
  kind text not null check (kind ~ '^[a-z0-9]{2,10}$'),
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  note text check (length(note) <= 500),
  has_thumbnail boolean not null default false,
  added_by uuid,
  added_at timestamptz not null default now(),
  removed_by uuid,
  removed_at timestamptz,
  -- The content of a removed document is deleted after a while; that it was there stays in the history.
  gone_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, added_by) references person (organization_id, id),
  foreign key (organization_id, removed_by) references person (organization_id, id),
  check (gone_at is null or removed_at is not null)
);
create index document_by_customer on document (organization_id, customer_id, added_at desc);
-- The same file is kept once per customer.
create unique index document_once on document (organization_id, customer_id, sha256) where removed_at is null;
create index document_removed on document (organization_id, removed_at) where removed_at is not null and gone_at is null;
select app.guard_part('document');
grant select, insert, update on document to relevo_app;

create table stored_file (
  organization_id uuid not null references organization (id),
  -- documents/<id of the document>/file or …/thumbnail
  key text not null check (length(key) between 1 and 200),
  bytes bytea not null,
  primary key (organization_id, key)
);
-- Photos don't get smaller.
alter table stored_file alter column bytes set storage external;
select app.guard('stored_file', false);
-- A document's file is seen by whoever sees the document, and so its customer.
create policy of_document on stored_file using (organization_id = app.organization() and (
  not starts_with(key, 'documents/')
  or exists (select from document d where d.organization_id = stored_file.organization_id
    and d.id = nullif(split_part(key, '/', 2), '')::uuid)
));
grant select, insert, update, delete on stored_file to relevo_app;
