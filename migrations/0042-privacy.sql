-- Requests of data subjects, and the block list that keeps an erased person from coming back (rule 10.3).

create table privacy_request (
  organization_id uuid not null references organization (id),
  id uuid not null,
  kind text not null check (kind in ('access', 'correct', 'erase', 'object')),
  -- {"name", "phone", "email"}; after an erasure only initials are left of it.
  subject jsonb not null,
  received_on date not null,
  due_on date not null check (due_on > received_on),
  note text check (length(note) <= 2000),
  state text not null default 'open' check (state in ('open', 'done', 'refused')),
  opened_by uuid,
  opened_at timestamptz not null default now(),
  closed_by uuid,
  closed_at timestamptz,
  outcome text check (length(outcome) <= 2000),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, opened_by) references person (organization_id, id),
  foreign key (organization_id, closed_by) references person (organization_id, id),
  check ((state = 'open') = (closed_at is null))
);
create index privacy_request_by_due on privacy_request (organization_id, state, due_on);
select app.guard('privacy_request', false);
create policy manages on privacy_request using (organization_id = app.organization() and app.may('privacy.manage'));
grant select, insert, update on privacy_request to relevo_app;

-- Who did what about a request, and nothing of what was found: numbers and kinds only.
create table privacy_step (
  organization_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  act text not null check (act in ('opened', 'searched', 'answered', 'corrected', 'erased', 'unblocked', 'closed', 'reopened')),
  facts jsonb not null default '{}',
  person_id uuid,
  at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, request_id) references privacy_request (organization_id, id)
);
create index privacy_step_by_request on privacy_step (organization_id, request_id, at);
select app.guard('privacy_step', false);
create policy manages on privacy_step using (organization_id = app.organization() and app.may('privacy.manage'));
grant select, insert on privacy_step to relevo_app;
select app.append_only('privacy_step');

-- Keyed hashes of what identified an erased person. Without the key, which requests can't read, they say nothing.
create table block_list (
  organization_id uuid not null references organization (id),
  hash bytea not null check (length(hash) = 32),
  kind text not null check (kind in ('phone', 'email', 'name')),
  request_id uuid,
  added_by uuid,
  added_at timestamptz not null default now(),
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text check (length(lift_reason) <= 500),
  primary key (organization_id, hash),
  foreign key (organization_id, request_id) references privacy_request (organization_id, id),
  check ((lifted_at is null) = (lift_reason is null))
);
create index block_list_in_force on block_list (organization_id) where lifted_at is null;
select app.guard('block_list', false);
create policy readable on block_list for select using (organization_id = app.organization());
create policy written on block_list for insert with check (organization_id = app.organization() and app.may('privacy.erase'));
create policy lifted on block_list for update using (organization_id = app.organization() and app.may('privacy.manage'))
  with check (organization_id = app.organization());
grant select, insert, update on block_list to relevo_app;

insert into sign_in.kept (name, value)
select 'block-list-key', encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex')
on conflict do nothing;

-- A name for comparing: lower case, without accents, single blanks.
create function app.plain_name(name text) returns text language sql immutable parallel safe as $$
  select lower(trim(regexp_replace(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g')))
$$;

-- What identifies a contact, in the form that is hashed: phone, e-mail, and the name at this customer.
create function app.identifiers(customer uuid, name text, phone text, email text)
returns table (kind text, value text) language sql immutable parallel safe as $$
  select v.kind, v.kind || ':' || v.value from (values
    ('phone', phone), ('email', lower(trim(email))), ('name', customer::text || ':' || app.plain_name(name))) as v (kind, value)
  where v.value is not null and v.value <> ''
$$;

-- HMAC-SHA-256 (RFC 2104) of each value, within the company: the same phone in two companies has two hashes.
create function app.keyed_hashes(texts text[]) returns bytea[] language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  key bytea;
  inner_pad bytea := '';
  outer_pad bytea := '';
  byte integer;
begin
  select decode(value, 'hex') into strict key from sign_in.kept where name = 'block-list-key';
  for at in 0..63 loop
    byte := case when at < length(key) then get_byte(key, at) else 0 end;
    inner_pad := inner_pad || set_byte('\x00', 0, byte # 54);
    outer_pad := outer_pad || set_byte('\x00', 0, byte # 92);
  end loop;
  return array(select sha256(outer_pad || sha256(inner_pad || convert_to(app.organization()::text || ' ' || t.value, 'UTF8')))
    from unnest(texts) with ordinality as t (value, place) order by t.place);
end $$;
revoke all on function app.keyed_hashes from public;
grant execute on function app.keyed_hashes to relevo_app;

-- Which of these identifiers belong to a person who was erased and is not to come back.
create function app.blocked(texts text[]) returns setof text language plpgsql stable as $$
begin
  if not exists (select from block_list where organization_id = app.organization() and lifted_at is null) then
    return;
  end if;
  return query select t.value from unnest(texts, app.keyed_hashes(texts)) as t (value, hash)
    join block_list b on b.organization_id = app.organization() and b.hash = t.hash and b.lifted_at is null;
end $$;

-- Whoever writes a contact, by whatever way: an erased person doesn't come back (rule 10.3). Only what is new is looked
-- at, so that editing another field of a contact is never refused.
create function app.refuse_erased() returns trigger language plpgsql as $$
declare found_one boolean;
begin
  if not exists (select from block_list where organization_id = app.organization() and lifted_at is null) then
    return null;
  end if;
  if tg_op = 'INSERT' then
    select exists (select from app.blocked(array(select i.value from written w
      cross join lateral app.identifiers(w.customer_id, w.name, w.phone_e164, w.email) i))) into found_one;
  else
    select exists (select from app.blocked(array(select i.value from written w
      join was o on o.organization_id = w.organization_id and o.id = w.id
      cross join lateral app.identifiers(w.customer_id,
        case when w.name is distinct from o.name then w.name end,
        case when w.phone_e164 is distinct from o.phone_e164 then w.phone_e164 end,
        case when lower(w.email) is distinct from lower(o.email) then w.email end) i))) into found_one;
  end if;
  if found_one then
    raise exception 'person-erased' using errcode = 'RV100';
  end if;
  return null;
end $$;
create trigger not_erased_new after insert on contact referencing new table as written
  for each statement execute function app.refuse_erased();
create trigger not_erased_changed after update on contact referencing old table as was new table as written
  for each statement execute function app.refuse_erased();
