-- Telling people what concerns them: one notice a person and batch, whether it was read, and the letters about what wasn't.

-- The program itself: a job or the command line. A request always has a person.
create function app.is_program() returns boolean language sql stable parallel safe as
$$ select app.person() is null and app.account() is null $$;

create table notice (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]*$' and length(kind) <= 60),
  -- The batch, case or request that it is about.
  about_id uuid not null,
  -- Ids, counts, days and words of the program; nothing that somebody typed.
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object' and length(facts::text) <= 2000),
  at timestamptz not null default now(),
  read_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, person_id, kind, about_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index notice_of_person on notice (organization_id, person_id, id desc);
create index notice_unread on notice (organization_id, person_id) where read_at is null;
create index notice_by_time on notice (organization_id, at);
select app.guard('notice', true);
create policy own on notice for select using (
  organization_id = app.organization() and (person_id = (select app.person()) or (select app.is_program()))
);
-- Whoever does something tells those whom it concerns, and can't read what they were told.
create policy told on notice for insert with check (organization_id = app.organization());
create policy read_by_oneself on notice for update using (
  organization_id = app.organization() and person_id = (select app.person())
);
create policy outdated on notice for delete using (organization_id = app.organization() and (select app.is_program()));
grant select, insert, delete, update (read_at) on notice to relevo_app;

-- How a person wants to be told by mail; daily without a row.
create table notice_setting (
  organization_id uuid not null,
  person_id uuid not null,
  mail text not null check (mail in ('off', 'daily', 'at-once')),
  primary key (organization_id, person_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select app.guard('notice_setting', false);
create policy own on notice_setting using (
  organization_id = app.organization() and (person_id = (select app.person()) or (select app.is_program()))
);
grant select, insert, update on notice_setting to relevo_app;

-- A letter is claimed before it is sent: what a crash leaves as 'sending' isn't sent again.
create table notice_mail (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  state text not null default 'sending' check (state in ('sending', 'sent', 'failed')),
  notices integer not null check (notices > 0),
  at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
create index notice_mail_by_person on notice_mail (organization_id, person_id, at desc);
-- One letter a notice.
create table notice_mailed (
  organization_id uuid not null,
  notice_id uuid not null,
  mail_id uuid not null,
  primary key (organization_id, notice_id),
  foreign key (organization_id, notice_id) references notice (organization_id, id) on delete cascade,
  foreign key (organization_id, mail_id) references notice_mail (organization_id, id)
);
create index notice_mailed_by_mail on notice_mailed (organization_id, mail_id);
select app.guard('notice_mail', false);
select app.guard('notice_mailed', false);
create policy program on notice_mail using (organization_id = app.organization() and (select app.is_program()));
create policy program on notice_mailed using (organization_id = app.organization() and (select app.is_program()));
grant select, insert, update, delete on notice_mail to relevo_app;
grant select, insert, delete on notice_mailed to relevo_app;
