-- Why a batch was made, in a person's own words: beside the ledger, because what is sealed holds no free text (rule 2.1).
create table ledger_note (
  organization_id uuid not null,
  batch_id uuid not null,
  note text not null check (length(note) between 1 and 500),
  primary key (organization_id, batch_id),
  foreign key (organization_id, batch_id) references ledger_batch (organization_id, id)
);
select app.guard('ledger_note', false);
-- Read by whoever sees a customer of the batch.
create policy readable on ledger_note for select using (organization_id = app.organization()
  and ((select app.may('customers.read.all')) or exists (select 1 from ledger_entry e
    where e.organization_id = ledger_note.organization_id and e.batch_id = ledger_note.batch_id
      and e.customer_id in (select f.id from app.own_customers() as f (id)))));
create policy writable on ledger_note for insert with check (organization_id = app.organization()
  and (app.may('customers.register') or app.may('customers.assign')));
create policy erasable on ledger_note for delete using (organization_id = app.organization() and app.may('privacy.erase'));
grant select, insert, delete on ledger_note to relevo_app;
create index ledger_entry_by_batch on ledger_entry (organization_id, batch_id);
