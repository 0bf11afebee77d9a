-- Orders through their life: what another system said and when, returns to the cent.

alter table sales_order
  -- When the system that told of it last changed it, by that system's clock: an older word that comes late changes nothing.
  add column changed_at timestamptz,
  -- Of a return: the number of the order it takes back, as it was said; the order itself may come later.
  add column of_code text check (length(of_code) between 1 and 60),
  add check (kind = 'return' or of_code is null);
create index sales_order_awaited on sales_order (organization_id, of_code) where of_code is not null and of_order_id is null;
create index sales_order_by_visit on sales_order (organization_id, visit_id) where visit_id is not null;

-- Part by part a line comes back to exactly what it was sold for: what rounding each part would lose or win is added here.
alter table sales_order_line drop column total_minor;
alter table sales_order_line
  add column of_line integer,
  add column rounding_minor smallint not null default 0,
  add column total_minor bigint generated always as
    (round(quantity * unit_price_minor * (1 - discount))::bigint + rounding_minor) stored;

-- The version of an order as it stands, kept before it is changed. Once for each version, however often it is asked.
create function app.keep_orders(ids uuid[], source text) returns void language sql as $$
  insert into sales_order_version (organization_id, order_id, version, customer_id, was, replaced_by, replaced_at, source)
  select o.organization_id, o.id, o.version, o.customer_id,
    jsonb_build_object('order', to_jsonb(o) - array['organization_id', 'id', 'created_at', 'version'],
      'lines', coalesce((select jsonb_agg(to_jsonb(l) - array['organization_id', 'order_id', 'customer_id', 'version'] order by l.line)
        from sales_order_line l where l.organization_id = o.organization_id and l.order_id = o.id), '[]')),
    app.person(), coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()), source
  from sales_order o where o.organization_id = app.organization() and o.id = any (ids)
  on conflict do nothing
$$;
