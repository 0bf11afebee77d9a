-- What the steward's queue counts (rule 1.3), kept with the customer, so that a register of 200,000 is counted from an
-- index and a page of the worst is read where it lies.

-- Kept by whatever computes the completeness: both change with the contacts.
alter table customer add column has_person_in_charge boolean not null default false;
alter table customer no force row level security;
alter table customer disable trigger user;
alter table contact no force row level security;
update customer c set has_person_in_charge = true from contact k
where k.organization_id = c.organization_id and k.customer_id = c.id and k.in_charge;
alter table contact force row level security;
alter table customer enable trigger user;
alter table customer force row level security;

-- 1: nobody in charge; 2: no place, or only a town's; 4: incomplete (below 60); 8: in no area. Whether a profile is stale
-- depends on the day, so that is a range of the index.
alter table customer add column flaws smallint not null generated always as (
  (not has_person_in_charge)::int + 2 * (latitude is null or coalesce(located_by, '') = 'approximate')::int
  + 4 * (completeness < 60)::int + 8 * (territory_id is null)::int) stored;
create index customer_by_flaws on customer (organization_id, flaws, tier, confirmed_on nulls first, id)
  include (territory_id) where status = 'active';
