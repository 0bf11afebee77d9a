-- What ownership asks of orders (who took them, when, worth what) stands whole in one index: over the whole company it is read
-- instead of the orders, and the list of a customer's orders uses it as before.
create index sales_order_sold on sales_order (organization_id, customer_id, ordered_on desc)
  include (person_id, goods_minor, currency, kind, cancelled_on);
drop index sales_order_by_customer;
alter index sales_order_sold rename to sales_order_by_customer;

-- Orders are written for entries of the register that are there; one that was merged has its kept entry.
select app.not_on_merged('sales_order');
