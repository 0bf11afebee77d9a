-- The company's day follows the program's clock where the program brings its own.
create or replace function app.today() returns date language sql stable parallel safe as $$
  select (coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
    at time zone coalesce((select time_zone from organization where id = app.organization()), 'UTC'))::date
$$;
