-- Registrations that look like another, days that a device claims, and collisions: two people who claim one outlet (rule 2.3).

-- Somebody registered an outlet although another one looks like it, and said why it isn't the same.
create table registered_apart (
  organization_id uuid not null,
  customer_id uuid not null,
  other_id uuid not null,
  reason text not null check (length(reason) between 1 and 300),
  person_id uuid,
  at timestamptz not null default now(),
  primary key (organization_id, customer_id, other_id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, other_id) references customer (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  check (customer_id <> other_id)
);
create index registered_apart_by_other on registered_apart (organization_id, other_id);
select app.guard('registered_apart', false);
create policy readable on registered_apart for select using (organization_id = app.organization()
  and (app.may('customers.steward') or person_id = app.person()));
create policy written on registered_apart for insert with check (organization_id = app.organization()
  and app.may('customers.register'));
create policy erasable on registered_apart for delete using (organization_id = app.organization()
  and app.may('privacy.erase'));
grant select, insert, delete on registered_apart to relevo_app;

-- The day on which a device without signal says that the customer was registered. It counts only once a manager accepts it.
create table claimed_day (
  organization_id uuid not null,
  customer_id uuid not null,
  claimed_on date not null,
  received_on date not null,
  claimed_by uuid,
  at timestamptz not null default now(),
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, claimed_by) references person (organization_id, id),
  check (claimed_on < received_on)
);
create table claimed_day_decision (
  organization_id uuid not null,
  customer_id uuid not null,
  accepted boolean not null,
  person_id uuid not null,
  at timestamptz not null default now(),
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references claimed_day (organization_id, customer_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
select app.guard_part('claimed_day');
select app.guard_part('claimed_day_decision');
grant select, insert on claimed_day, claimed_day_decision to relevo_app;
select app.append_only('claimed_day');
select app.append_only('claimed_day_decision');

-- A collision: one outlet, two people or more who claim it.
create table collision (
  organization_id uuid not null references organization (id),
  id uuid not null,
  customer_id uuid not null,
  opened_by uuid,
  opened_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, opened_by) references person (organization_id, id)
);
create index collision_by_customer on collision (organization_id, customer_id);

create table collision_claim (
  organization_id uuid not null,
  id uuid not null,
  collision_id uuid not null,
  person_id uuid not null,
  -- The entry of the register that it rests on; null when nothing was registered because of the one that was there.
  entry_id uuid,
  received_on date not null,
  received_at timestamptz not null,
  -- What the device said, if it was offline; counts only when accepted.
  claimed_on date,
  completeness smallint not null check (completeness between 0 and 100),
  primary key (organization_id, id),
  unique (organization_id, collision_id, person_id),
  foreign key (organization_id, collision_id) references collision (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, entry_id) references customer (organization_id, id),
  check (claimed_on < received_on)
);
create index collision_claim_by_person on collision_claim (organization_id, person_id);

-- What happened in a case, in its order. The last one that leads to a stage says where the case stands.
create table collision_event (
  organization_id uuid not null,
  id uuid not null,
  collision_id uuid not null,
  number integer not null check (number >= 1),
  act text not null check (act in ('opened', 'claimed', 'evidence', 'comment', 'day-accepted', 'withdrawn', 'ruled', 'appealed', 'decided')),
  stage text check (stage in ('open', 'ruled', 'appealed', 'final', 'withdrawn')),
  claim_id uuid,
  person_id uuid,
  at timestamptz not null default now(),
  on_day date not null,
  -- Until when whatever this asks for is to be done: an answer, an appeal, a decision.
  due_day date,
  evidence text check (evidence in ('statement', 'customer-choice', 'file')),
  -- Of a customer's written choice: whom, and the day of the paper.
  chosen_id uuid,
  written_on date,
  -- Of a ruling: whose the customer is (null: the pool), why, and the batch of the ledger that made it so.
  owner_id uuid,
  reason text check (reason in ('earliest-complete', 'customer-choice', 'worked-for-it', 'agreement', 'company-interest', 'other')),
  batch_id uuid,
  primary key (organization_id, id),
  unique (organization_id, collision_id, number),
  foreign key (organization_id, collision_id) references collision (organization_id, id),
  foreign key (organization_id, claim_id) references collision_claim (organization_id, id),
  foreign key (organization_id, person_id) references person (organization_id, id),
  foreign key (organization_id, chosen_id) references person (organization_id, id),
  foreign key (organization_id, owner_id) references person (organization_id, id),
  foreign key (organization_id, batch_id) references ledger_batch (organization_id, id),
  check ((act = 'evidence') = (evidence is not null)),
  check ((act in ('ruled', 'decided')) = (reason is not null)),
  check ((evidence is not distinct from 'customer-choice') = (chosen_id is not null and written_on is not null))
);

-- People's own words stand beside what is never changed, so that an erasure can take them.
create table collision_words (
  organization_id uuid not null,
  event_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  primary key (organization_id, event_id),
  foreign key (organization_id, event_id) references collision_event (organization_id, id)
);
create table collision_file (
  organization_id uuid not null,
  event_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind ~ '^[a-z0-9]{2,10}$'),
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (organization_id, event_id),
  foreign key (organization_id, event_id) references collision_event (organization_id, id)
);

-- Whose sale it is, by the ruling of a case: exact parts of a whole, for orders of these days (rules 2.2, 6.1).
create table credit_split (
  organization_id uuid not null,
  ruling_id uuid not null,
  customer_id uuid not null,
  from_day date not null,
  until_day date,
  whole bigint not null check (whole > 0),
  primary key (organization_id, ruling_id),
  foreign key (organization_id, ruling_id) references collision_event (organization_id, id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  check (until_day is null or until_day >= from_day)
);
create index credit_split_by_customer on credit_split (organization_id, customer_id, from_day);
create table credit_part (
  organization_id uuid not null,
  ruling_id uuid not null,
  person_id uuid not null,
  part bigint not null check (part > 0),
  primary key (organization_id, ruling_id, person_id),
  foreign key (organization_id, ruling_id) references credit_split (organization_id, ruling_id),
  foreign key (organization_id, person_id) references person (organization_id, id)
);
-- Shares total exactly 100 %: looked at when the transaction ends, because the parts come one after the other.
create function app.split_is_whole() returns trigger language plpgsql as $$
begin
  if (select sum(p.part) from credit_part p where p.organization_id = new.organization_id and p.ruling_id = new.ruling_id)
    is distinct from (select s.whole from credit_split s
      where s.organization_id = new.organization_id and s.ruling_id = new.ruling_id)
  then
    raise exception 'the parts of a split are not the whole'
      using errcode = 'check_violation', constraint = 'credit_split_is_whole';
  end if;
  return null;
end $$;
create constraint trigger credit_split_is_whole after insert on credit_split deferrable initially deferred
  for each row execute function app.split_is_whole();
create constraint trigger credit_part_is_whole after insert on credit_part deferrable initially deferred
  for each row execute function app.split_is_whole();

select app.guard('collision', false);
select app.guard('collision_claim', false);
select app.guard('collision_event', true);
select app.guard('collision_words', false);
select app.guard('collision_file', false);
select app.guard('credit_split', false);
select app.guard('credit_part', false);

-- That there is a case, about which customer, between whom and what came of it is open, as who is responsible is. What people
-- said in it is for them, for whoever answers for them, and for whoever keeps the whole register.
create policy readable on collision for select using (organization_id = app.organization());
create policy opened on collision for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('collisions.rule')));
create policy readable on collision_claim for select using (organization_id = app.organization());
create policy made on collision_claim for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('collisions.rule')));
create policy readable on collision_event for select using (organization_id = app.organization());
create policy made on collision_event for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('collisions.rule')));
create policy readable on collision_words for select using (organization_id = app.organization() and (
  (select app.may('collisions.rule') and app.may('customers.read.all'))
  or event_id in (select e.id from collision_event e
    join collision_claim c on c.organization_id = e.organization_id and c.collision_id = e.collision_id
    where e.organization_id = app.organization() and c.person_id = any ((select app.people())::uuid[]))));
create policy made on collision_words for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('collisions.rule')));
create policy erasable on collision_words for delete using (organization_id = app.organization() and app.may('privacy.erase'));
create policy readable on collision_file for select using (organization_id = app.organization() and (
  (select app.may('collisions.rule') and app.may('customers.read.all'))
  or event_id in (select e.id from collision_event e
    join collision_claim c on c.organization_id = e.organization_id and c.collision_id = e.collision_id
    where e.organization_id = app.organization() and c.person_id = any ((select app.people())::uuid[]))));
create policy made on collision_file for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('collisions.rule')));
create policy erasable on collision_file for delete using (organization_id = app.organization() and app.may('privacy.erase'));
create policy readable on credit_split for select using (organization_id = app.organization());
create policy made on credit_split for insert with check (organization_id = app.organization() and app.may('collisions.rule'));
create policy readable on credit_part for select using (organization_id = app.organization());
create policy made on credit_part for insert with check (organization_id = app.organization() and app.may('collisions.rule'));

grant select, insert on collision, collision_claim, collision_event, credit_split, credit_part to relevo_app;
grant select, insert, delete on collision_words, collision_file to relevo_app;
select app.append_only('collision');
select app.append_only('collision_claim');
select app.append_only('collision_event');
select app.append_only('credit_split');
select app.append_only('credit_part');

-- A file that is evidence is read by whoever may read the case.
create policy of_collision on stored_file as restrictive using (organization_id = app.organization() and (
  not starts_with(key, 'collisions/')
  or exists (select from collision_file f where f.organization_id = stored_file.organization_id
    and f.event_id = nullif(split_part(key, '/', 2), '')::uuid)
));
