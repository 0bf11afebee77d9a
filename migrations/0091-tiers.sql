-- Tiers computed from sales (rule 1.8): where each customer stood at the last computation.

create table tier_standing (
  organization_id uuid not null,
  customer_id uuid not null,
  run_id uuid not null,
  -- What sales alone said, before potential, risk and what was set by hand: the next computation's hysteresis asks for it.
  base char(1) check (base in ('A', 'B', 'C')),
  sales_minor bigint not null,
  -- Of all sales, up to and with this customer, largest first: parts of a million.
  cumulative_ppm integer not null,
  rank integer not null,
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customer (organization_id, id),
  foreign key (organization_id, run_id) references tier_run (organization_id, id)
);
create index tier_standing_by_run on tier_standing (organization_id, run_id);
select app.guard_part('tier_standing');
drop trigger note_write on tier_standing;
grant select, insert, update on tier_standing to relevo_app;

-- A move remembers what sales alone said before and after, so that taking a run back is exact; where only that changed,
-- before and after are the same.
alter table tier_move
  add column base_before char(1) check (base_before in ('A', 'B', 'C')),
  add column base_after char(1) check (base_after in ('A', 'B', 'C'));
create index tier_move_by_rank on tier_move (organization_id, run_id, rank, customer_id)
  where before is distinct from after;

-- Whoever writes a tier without saying by what set it by hand: a file, a merge, a change of many customers.
create function app.tier_by_hand() returns trigger language plpgsql as $$
begin
  new.tier_by := case when new.tier is not null then 'hand' end;
  return new;
end $$;
create trigger tier_by_hand_added before insert on customer for each row
  when (new.tier is not null and new.tier_by is null) execute function app.tier_by_hand();
create trigger tier_by_hand_changed before update of tier on customer for each row
  when (new.tier is distinct from old.tier and new.tier_by is not distinct from old.tier_by
    and app.command() not in ('compute-tiers', 'undo-tiers', 'compute-tier-of'))
  execute function app.tier_by_hand();
