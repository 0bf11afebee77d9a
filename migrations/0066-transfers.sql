-- A transfer (rule 2.5): what was asked and what comes of it, looked at before it is done. What was done stands in the ledger.
create table transfer (
  organization_id uuid not null references organization (id),
  id uuid not null,
  created_at timestamptz not null default now(),
  created_by uuid,
  -- As it was asked, so that it can be looked at again; emptied when it's done, because a filter may name people.
  asked jsonb not null,
  -- Whose whole book it is, if it is one.
  book_of uuid,
  from_day date not null,
  -- Former owners stay as backup until this day.
  stays_until date,
  -- A person's own words; they move into the note of the ledger's batch.
  reason text check (length(reason) between 1 and 500),
  -- What follows from the lines: counts, load, what moves, warnings. Figures and ids only.
  preview jsonb not null default '{}',
  -- Everything that the preview relied on, as one hash: who agrees to a transfer agrees to what they saw.
  fingerprint text not null default '',
  -- Asked to be done: by which key and fingerprint, and by whom, in the background if it's large.
  commit_key text check (length(commit_key) between 1 and 200),
  commit_fingerprint text,
  queued_at timestamptz,
  queued_by uuid,
  written integer not null default 0,
  -- Why the background had to leave it undone.
  failure jsonb,
  committed_at timestamptz,
  committed_by uuid,
  batch_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references person (organization_id, id),
  foreign key (organization_id, committed_by) references person (organization_id, id),
  foreign key (organization_id, book_of) references person (organization_id, id),
  foreign key (organization_id, batch_id) references ledger_batch (organization_id, id),
  check ((committed_at is null) = (batch_id is null))
);
create unique index transfer_by_key on transfer (organization_id, commit_key) where commit_key is not null;
create index transfer_by_time on transfer (organization_id, created_at desc);
create index transfer_by_batch on transfer (organization_id, batch_id) where batch_id is not null;
select app.guard('transfer', false);
-- Whoever may give customers away sees those of their own people; who sees the whole register sees all.
create policy involved on transfer using (organization_id = app.organization()
  and (select app.may('customers.assign'))
  and ((select app.may('customers.read.all')) or created_by = any ((select app.people())::uuid[])));
grant select, insert, update, delete on transfer to relevo_app;

-- One customer of a transfer. Lines of a draft can be given to somebody else by hand; afterwards they say why it was whom.
create table transfer_line (
  organization_id uuid not null,
  transfer_id uuid not null,
  customer_id uuid not null,
  place integer not null,
  -- What changes hands: the owner's seat, and of a whole book the seats as backup and sponsor.
  roles text[] not null check (roles <@ array['owner', 'backup', 'sponsor'] and cardinality(roles) > 0),
  former_id uuid,
  successor_id uuid,
  why text not null check (why in ('round-robin', 'territory', 'by-hand', 'all-full', 'nobody-there', 'not-chosen')),
  -- What was relied on: the newest entry of the owner's seat, and whether the customer is open or closed.
  ordinal integer not null,
  status text not null,
  primary key (organization_id, transfer_id, customer_id),
  foreign key (organization_id, transfer_id) references transfer (organization_id, id) on delete cascade,
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  check (successor_id <> former_id)
);
create index transfer_line_by_customer on transfer_line (organization_id, customer_id);
select app.guard('transfer_line', false);
create policy involved on transfer_line using (organization_id = app.organization()
  and transfer_id in (select id from transfer));
grant select, insert, update, delete on transfer_line to relevo_app;
