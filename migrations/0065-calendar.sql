-- A calendar a person that other programs read by a secret address; of the secret only its hash is kept.
create table calendar_feed (
  organization_id uuid not null,
  person_id uuid not null,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null default now(),
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select app.guard('calendar_feed', false);
create policy own on calendar_feed using (organization_id = app.organization() and person_id = (select app.person()));
-- Whoever holds the address is led to its person before anything else is known.
create policy by_token on calendar_feed for select using (
  token_hash = nullif(current_setting('app.token_hash', true), '')
);
grant select, insert, update, delete on calendar_feed to relevo_app;

-- A person's covers, for their calendar.
create index ledger_entry_of_stand_in on ledger_entry (organization_id, person_id) where role = 'cover';
