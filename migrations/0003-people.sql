-- People, their posts and managers over time, roles, skills, languages, territories and agreements (rule 7.1).

create table person (
  organization_id uuid not null references organization (id),
  id uuid not null,
  code text not null check (length(code) between 1 and 60),
  name text not null check (length(name) between 1 and 200),
  email text,
  phone text,
  phone_e164 text,
  city text,
  country char(2),
  language text check (language in ('en', 'es', 'zh')),
  languages text[] not null default '{}',
  skills text[] not null default '{}',
  colour smallint not null default 0,
  user_id text,
  hired_on date,
  left_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, code),
  check (left_on is null or hired_on is null or left_on >= hired_on)
);
create unique index person_email on person (organization_id, lower(email));
create unique index person_user on person (organization_id, user_id);
create index person_by_user on person (user_id);
select app.guard('person', true);
create policy company on person using (organization_id = app.organization());
-- An account finds its own companies before it has chosen one.
create policy own_account on person for select using (user_id = app.account());
grant select, insert, update on person to relevo_app;

create table team (
  organization_id uuid not null references organization (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  version integer not null default 1,
  primary key (organization_id, id),
  unique (organization_id, name)
);
select app.guard('team', true);
create policy company on team using (organization_id = app.organization());
grant select, insert, update, delete on team to relevo_app;

-- Change points: from this day a person has this post, in this team, under this manager. A period ends where the next begins.
create table posting (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  title text not null default '',
  team_id uuid,
  manager_id uuid,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, person_id, from_day),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, team_id) references team (organization_id, id),
  foreign key (organization_id, manager_id) references person (organization_id, id),
  check (manager_id is distinct from person_id)
);
create index posting_by_manager on posting (organization_id, manager_id);
select app.guard('posting', true);
create policy company on posting using (organization_id = app.organization());
grant select, insert, update, delete on posting to relevo_app;

create table person_role (
  organization_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('principal', 'manager', 'salesperson', 'steward', 'hr', 'payroll', 'administrator')),
  granted_by uuid,
  granted_at timestamptz not null default now(),
  primary key (organization_id, person_id, role),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select app.guard('person_role', true);
create policy company on person_role using (organization_id = app.organization());
create policy own_account on person_role for select using (
  exists (select 1 from person p where p.organization_id = person_role.organization_id
    and p.id = person_role.person_id and p.user_id = app.account())
);
grant select, insert, delete on person_role to relevo_app;

-- Agreements on file: what HR keeps; the person, HR and the principal see them, a manager not.
create table agreement (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('contract', 'confidentiality', 'non-compete', 'intellectual-property', 'other')),
  signed_on date,
  starts_on date,
  ends_on date,
  compensation_minor bigint,
  currency char(3),
  note text not null default '',
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index on agreement (organization_id, person_id);
select app.guard('agreement', true);
create policy readable on agreement using (
  organization_id = app.organization() and (app.may('people.agreements') or person_id = app.person())
) with check (organization_id = app.organization() and app.may('people.agreements'));
grant select, insert, update, delete on agreement to relevo_app;

create table invitation (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null unique,
  expires_at timestamptz not null,
  invited_by uuid,
  invited_at timestamptz not null default now(),
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select app.guard('invitation', false);
create policy company on invitation using (organization_id = app.organization());
-- Whoever holds the token may read its own invitation before having an account.
create policy by_token on invitation for select using (token_hash = nullif(current_setting('app.token_hash', true), ''));
grant select, insert, update on invitation to relevo_app;

-- A person and everybody below on a day; each person's manager is the one of the last posting begun by then.
create function app.people_under(root uuid, day date) returns setof uuid language sql stable as $$
  with recursive current_post as materialized (
    select distinct on (person_id) person_id, manager_id from posting
    where organization_id = app.organization() and from_day <= day
    order by person_id, from_day desc
  ), below(id) as (
    select root
    union
    select c.person_id from current_post c join below b on c.manager_id = b.id
  )
  select id from below
$$;
