-- Who may write what about people (rule 10.1), asked of the database too; one query for the tree of managers on any day;
-- what each person carries; finding people by text.

-- Access may end before employment does, and at once (rule 3.8).
alter table person add column access_ended_at timestamptz;
-- The address an invitation was meant for, and whether it was mailed there: only then is the address proved.
alter table invitation add column email text not null;
alter table invitation add column mailed boolean not null default false;
create index invitation_by_person on invitation (organization_id, person_id, invited_at desc);

drop policy company on person;
create policy readable on person for select using (organization_id = app.organization());
create policy written on person for insert with check (organization_id = app.organization() and app.may('people.change'));
create policy changeable on person for update using (
  organization_id = app.organization() and (app.may('people.change') or app.may('people.invite') or id = app.person())
) with check (organization_id = app.organization());

-- Only an import that is taken back removes a person, and only one on whom nothing hangs (the foreign keys see to it).
create policy removable on person for delete using (organization_id = app.organization() and app.may('people.change'));
grant delete on person to relevo_app;

-- Row-level security knows rows only; these are the columns of oneself that a person may not change alone.
create function app.own_profile_only() returns trigger language plpgsql as $$
begin
  if not app.may('people.change') and (
    (new.code, new.name, new.email, new.hired_on, new.left_on, new.skills, new.colour, new.created_at)
      is distinct from (old.code, old.name, old.email, old.hired_on, old.left_on, old.skills, old.colour, old.created_at)
    or (not app.may('people.invite')
      and (new.user_id, new.access_ended_at) is distinct from (old.user_id, old.access_ended_at))
  ) then
    raise exception 'a person changes only what is their own' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger own_profile_only before update on person for each row execute function app.own_profile_only();

drop policy company on team;
create policy readable on team for select using (organization_id = app.organization());
create policy written on team for insert with check (organization_id = app.organization() and app.may('people.change'));
create policy changeable on team for update using (organization_id = app.organization() and app.may('people.change'));
create policy removable on team for delete using (organization_id = app.organization() and app.may('people.change'));

drop policy company on posting;
create policy readable on posting for select using (organization_id = app.organization());
create policy written on posting for insert with check (organization_id = app.organization() and app.may('people.change'));
create policy changeable on posting for update using (organization_id = app.organization() and app.may('people.change'));
create policy removable on posting for delete using (organization_id = app.organization() and app.may('people.change'));

drop policy company on person_role;
create policy readable on person_role for select using (organization_id = app.organization());
-- Which roles somebody may give is a rule of the program; anybody may give up a role of their own.
create policy granted on person_role for insert with check (
  organization_id = app.organization() and app.may('people.roles')
);
create policy revocable on person_role for delete using (
  organization_id = app.organization() and (app.may('people.roles') or person_id = app.person())
);

drop policy company on invitation;
create policy readable on invitation for select using (organization_id = app.organization() and app.may('people.invite'));
create policy written on invitation for insert with check (organization_id = app.organization() and app.may('people.invite'));
create policy changeable on invitation for update using (organization_id = app.organization() and app.may('people.invite'));

-- Everybody's post on a day: the last that had begun by then. A period ends where the next begins.
create function app.posts_on(day date) returns setof posting language sql stable as $$
  select distinct on (person_id) * from posting
  where organization_id = app.organization() and from_day <= day
  order by person_id, from_day desc
$$;

-- A person and everybody below on a day. It follows the index from manager to managed, so that it costs what the
-- subtree is large, not what the company is.
create or replace function app.people_under(root uuid, day date) returns setof uuid language sql stable as $$
  with recursive below(id) as (
    select root
    union
    select p.person_id from below b
    join posting p on p.organization_id = app.organization() and p.manager_id = b.id and p.from_day <= day
    where not exists (
      select 1 from posting q where q.organization_id = app.organization() and q.person_id = p.person_id
        and q.from_day > p.from_day and q.from_day <= day
    )
  )
  select id from below
$$;

-- The chain of managers on a day, the direct one first.
create function app.managers_of(person uuid, day date) returns table (id uuid, height integer) language sql stable as $$
  with recursive above(id, height) as (
    select $1, 0
    union all
    select p.manager_id, a.height + 1 from above a
    cross join lateral (
      select q.manager_id from posting q
      where q.organization_id = app.organization() and q.person_id = a.id and q.from_day <= day
      order by q.from_day desc limit 1
    ) p
    where p.manager_id is not null and a.height < 100
  )
  select id, height from above where height > 0
$$;

-- What people carry today, by role and tier: numbers only, so it answers those as well who may not see the customers
-- (HR plans work without reading the register). It lifts its own sight for one statement and lowers it again.
create function app.holdings(people uuid[]) returns table (person_id uuid, role text, tier text, customers integer)
language plpgsql stable as $$
declare allowed text := current_setting('app.may', true);
begin
  perform set_config('app.may', ',customers.read.all,', true);
  return query
    select h.person_id, h.role, c.tier::text, count(distinct h.customer_id)::integer
    from holder h join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
    where h.organization_id = app.organization() and h.person_id = any (people) and c.status = 'active'
    group by h.person_id, h.role, c.tier;
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;

-- People whose names, codes or addresses match an already folded text; everybody in a company may know who works there.
-- (The first line loads the library, without which this session doesn't know its setting.)
do $$ begin perform show_trgm(''); end $$;
create function app.search_people(query text, most integer) returns table (id uuid, score real)
language plpgsql stable security definer set search_path = public, pg_temp
set pg_trgm.word_similarity_threshold = 0.45 as $$
declare needle text := '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  return query select s.id, (word_similarity(query, s.words) + case when s.words like needle then 1 else 0 end)::real as score
    from search_text s
    where s.organization_id = app.organization() and s.kind = 'person'
      and (s.words like needle or query <% s.words)
    order by 2 desc, s.id limit most;
end $$;
revoke all on function app.search_people from public;
grant execute on function app.search_people to relevo_app;
