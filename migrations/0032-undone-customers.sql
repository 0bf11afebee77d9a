-- A customer that an import made by mistake goes when the import is undone (rule 1.6). Ledger and history refer to it and
-- are only ever added to, so an empty shell stays that nobody sees: no name, no phone, no contact, and its code is free.

alter table customer drop constraint customer_status_check;
alter table customer add constraint customer_status_check
  check (status in ('active', 'closed', 'merged', 'erased', 'removed'));

drop policy readable on customer;
create policy readable on customer for select using (
  organization_id = app.organization()
  and (status <> 'removed' or (select app.command()) = 'undo-import')
  and ((select app.may('customers.read.all')) or id in (select f.id from app.own_customers() as f (id)))
);

-- Which of these customers somebody has worked with: any row of any table that refers to one, apart from what comes with
-- every customer. Asked of the catalogue, so that a table made later counts by itself. Personal notes are looked for with
-- the one right that sees them; what they say stays unread.
create function app.customers_with_later_work(ids uuid[]) returns setof uuid language plpgsql as $$
declare part record; before constant text := app.command();
begin
  perform set_config('app.command', 'answer-subject', true);
  for part in
    select c.conrelid::regclass as tab, a.attname as col
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = 'public.customer'::regclass and cardinality(c.conkey) = 2
      and c.conrelid::regclass::text not in
        ('customer', 'contact', 'holder', 'ledger_entry', 'customer_history', 'duplicate_candidate')
  loop
    return query execute format(
      'select %I from %s where organization_id = app.organization() and %I = any ($1)', part.col, part.tab, part.col)
      using ids;
  end loop;
  return query select p.parent_id from customer p
    where p.organization_id = app.organization() and p.parent_id = any (ids) and not p.id = any (ids);
  perform set_config('app.command', before, true);
end $$;
