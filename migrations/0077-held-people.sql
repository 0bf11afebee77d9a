-- Whoever gives a customer to somebody holds that person until the commit, so that nobody's last day is recorded meanwhile
-- (rule 2.9). Who may assign may not change people, and row-level security shows a row FOR SHARE only to whoever may change
-- it: the lock is taken with that right, lent for this one statement.
create function app.hold_people(people uuid[]) returns void language plpgsql volatile as $$
declare allowed text := current_setting('app.may', true);
begin
  perform set_config('app.may', ',people.change,', true);
  perform 1 from person p where p.organization_id = app.organization() and p.id = any (people) order by p.id for share;
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;

-- What happens in a case is written by whoever may do it, under their own name: rulings by those who may rule, never in a case
-- of their own; withdrawals and appeals by its sides. And an act leads to its own stage only, so that none can be smuggled in.
drop policy made on collision_event;
create policy made on collision_event for insert with check (organization_id = app.organization()
  and person_id is not distinct from app.person()
  and case
    when act in ('day-accepted', 'ruled', 'decided') then app.may('collisions.rule') and not exists (
      select from collision_claim c where c.organization_id = collision_event.organization_id
        and c.collision_id = collision_event.collision_id and c.person_id = app.person())
    when act in ('withdrawn', 'appealed') then app.person() is null or exists (
      select from collision_claim c where c.organization_id = collision_event.organization_id
        and c.collision_id = collision_event.collision_id and c.person_id = app.person())
    else app.may('customers.register') or app.may('collisions.rule')
  end);
alter table collision_event add constraint collision_event_stage check (case act
  when 'opened' then stage is not distinct from 'open'
  when 'ruled' then stage is not distinct from 'ruled'
  when 'appealed' then stage is not distinct from 'appealed'
  when 'decided' then stage is not distinct from 'final'
  when 'withdrawn' then stage is null or stage = 'withdrawn'
  else stage is null end);

-- Tells people and answers which notices there really are now: of a batch that somebody was told of already, none. Who tells
-- can't read what others are told, so the ids are read as the program, for this one statement.
create function app.tell(told jsonb) returns setof uuid language plpgsql volatile as $$
declare
  person text := current_setting('app.person_id', true);
  account text := current_setting('app.user_id', true);
  written text := current_setting('app.written', true);
begin
  perform set_config('app.person_id', '', true);
  perform set_config('app.user_id', '', true);
  return query
    insert into notice (organization_id, id, person_id, kind, about_id, facts)
    select app.organization(), n.id, n."personId", n.kind, n."aboutId", n.facts
    from jsonb_to_recordset(told) as n (id uuid, "personId" uuid, kind text, "aboutId" uuid, facts jsonb)
    on conflict do nothing returning id;
  if not found then
    -- Nothing was written, and so nothing is to be recorded.
    perform set_config('app.written', coalesce(written, ''), true);
  end if;
  perform set_config('app.person_id', coalesce(person, ''), true);
  perform set_config('app.user_id', coalesce(account, ''), true);
end $$;
