-- Whoever may write to the ledger only for themselves (claiming, registering) must wait for others too: row-level security
-- shows a row FOR UPDATE only to whoever may change it, so the lock is taken with that right, lent for this one statement.
create function app.lock_ledger(customers uuid[]) returns void language plpgsql volatile as $$
declare allowed text := current_setting('app.may', true);
begin
  perform set_config('app.may', ',customers.assign,', true);
  perform 1 from holder h where h.organization_id = app.organization() and h.customer_id = any (customers)
    and h.line = 'all' and h.role = 'owner' and h.seat = 0
    order by h.customer_id for update;
  perform set_config('app.may', coalesce(allowed, ''), true);
end $$;
