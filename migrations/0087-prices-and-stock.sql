-- What price lists and outlet stock still need (rules 5.1 and 5.5).

alter table price_list
  -- Only for customers it was agreed with; the others fit by channel and tier.
  add column by_agreement boolean not null default false,
  add check (not by_agreement or (channels = '{}' and tiers = '{}'));

alter table price
  add column changed_by uuid,
  add column changed_at timestamptz not null default now(),
  add foreign key (organization_id, changed_by) references person (organization_id, id);

-- Agreeing a list is a decision about prices; what was agreed stays.
drop policy part_write on customer_price_list;
create policy part_write on customer_price_list for insert
  with check (organization_id = app.organization() and app.may('prices.change'));
