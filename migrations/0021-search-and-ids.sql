-- Ids made by a statement that writes many rows, search that finds every word, and stewards apart from salespeople.

-- A UUIDv7 (RFC 9562): milliseconds since 1970 before random bits.
create function app.new_id() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid
$$;

-- The people are asked for once, by a subquery: as part of the condition, row-level security would keep the planner from
-- using the index (reading a setting isn't leakproof). And not as plain SQL, which the planner would take apart: it then
-- counts reading all of one's customers for every row looked up by key, and prefers to read whole tables.
create or replace function app.own_customers() returns setof uuid language plpgsql stable parallel safe cost 1 rows 100 as $$
begin
  return query select h.customer_id from holder h
    where h.organization_id = app.organization() and h.person_id = any ((select app.people())::uuid[]);
  if app.may('customers.assign') then
    return query select h.customer_id from holder h
      where h.organization_id = app.organization() and h.person_id is null and h.role = 'owner';
  end if;
end $$;
-- The list by name, and counting it, without reading the rows.
create index customer_listed on customer (organization_id, status, lower(name), id);
drop index customer_by_name;

-- Words begin with a blank, so that "begins a word" is one LIKE, and short words (two letters, one character of Chinese)
-- are found by the index, which knows word beginnings.
create or replace function app.put_search_text(kind text, ids uuid[], words text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into search_text (organization_id, kind, id, words)
  select app.organization(), $1, t.id, ' ' || ltrim(t.words) from unnest($2, $3) as t(id, words)
  on conflict (organization_id, kind, id) do update set words = excluded.words
  where search_text.words is distinct from excluded.words
$$;
update search_text set words = ' ' || ltrim(words);

create function app.like_literal(word text) returns text language sql immutable parallel safe as
$$ select replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') $$;

-- LIKE patterns of the words of a folded query. A word of one or two characters must begin a word: inside words it
-- would be everywhere, and no index could find it.
create function app.search_patterns(query text) returns text[] language sql immutable parallel safe as $$
  select array_agg(case when length(w) < 3 then '% ' else '%' end || app.like_literal(w) || '%')
  from regexp_split_to_table(trim(query), '\s+') as w where w <> ''
$$;

-- A setting of an extension may be named by a function only once its library is loaded; this call loads it.
select show_limit();

drop function app.search_customers(text, integer);
-- The best matches of an already folded query among the rows of one kind; of customers only those that the person may
-- see. Every word must occur; only if that finds nothing, words that are close to each word (typing errors). Best first:
-- the whole code, whole words as asked, words that begin so, anything else; then likeness.
create function app.search(wanted text, query text, most integer) returns table (id uuid, score real)
language plpgsql stable security definer set search_path = public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
set plan_cache_mode = force_custom_plan as $$
declare
  patterns constant text[] := app.search_patterns(query);
  phrase constant text := app.like_literal(trim(query));
  everything constant boolean := wanted <> 'customer' or app.may('customers.read.all');
  own uuid[];
begin
  if patterns is null then
    return;
  end if;
  if not everything then
    own := array(select f.id from app.own_customers() as f (id));
    if cardinality(own) > 2000 then
      -- Too many to look at one by one: the index first, then who may see it.
      return query select r.id, r.score from app.search_rows(wanted, patterns, phrase, most * 20, null) r
        where r.id = any (own) order by r.score desc, r.id limit most;
    else
      return query select r.id, r.score from app.search_rows(wanted, patterns, phrase, most, own) r;
    end if;
  else
    return query select r.id, r.score from app.search_rows(wanted, patterns, phrase, most, null) r;
  end if;
end $$;

-- Not for requests: it doesn't ask who may see what.
create function app.search_rows(wanted text, patterns text[], phrase text, most integer, among uuid[])
returns table (id uuid, score real) language plpgsql stable set plan_cache_mode = force_custom_plan as $$
declare
  every text := '';
  pattern text;
  word text;
begin
  foreach pattern in array patterns loop
    every := every || format(' and s.words like %L', pattern);
  end loop;
  return query execute format($q$
    select s.id, (case
        when s.words like %1$L then 5 when s.words like %2$L then 4 when s.words like %3$L then 3
        when s.words like %4$L then 2 else 1 end + 1.0 / (10 + length(s.words)))::real as score
    from search_text s
    where s.organization_id = app.organization() and s.kind = %5$L %6$s %7$s
    order by 2 desc, s.id limit %8$s $q$,
    ' ' || phrase || ' %', '% ' || phrase || ' %', '% ' || phrase || '%', '%' || phrase || '%', wanted, every,
    case when among is null then '' else 'and s.id = any ($1)' end, most) using among;
  if found then
    return;
  end if;
  every := '';
  for word in select w from regexp_split_to_table(replace(phrase, '\', ''), '\s+') as w where length(w) > 2 loop
    every := every || format(' and %L <%% s.words', word);
  end loop;
  if every <> '' then
    return query execute format($q$
      select s.id, word_similarity(%1$L, s.words)::real as score
      from search_text s
      where s.organization_id = app.organization() and s.kind = %2$L %3$s %4$s
      order by 2 desc, s.id limit %5$s $q$,
      phrase, wanted, every, case when among is null then '' else 'and s.id = any ($1)' end, most) using among;
  end if;
end $$;
create function app.search_customers(query text, most integer) returns table (id uuid, score real)
language sql stable as $$ select * from app.search('customer', query, most) $$;
revoke all on function app.search, app.search_rows, app.put_search_text from public;
grant execute on function app.search, app.search_customers, app.put_search_text to relevo_app;

-- An area's steward is not one of its salespeople (rule 1.3), whichever of the two is written first.
create function app.steward_apart() returns trigger language plpgsql as $$
begin
  if exists (select 1 from territory t
    join person_territory s on s.organization_id = t.organization_id and s.territory_id = t.id and s.person_id = t.steward_id
    where t.organization_id = new.organization_id
      and t.id = case tg_table_name when 'territory' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'territory_id' end ::uuid)
  then
    raise exception 'the steward of an area is not its salesperson'
      using errcode = 'check_violation', constraint = 'steward_is_not_its_salesperson';
  end if;
  return null;
end $$;
create trigger steward_apart after insert or update on territory
  for each row execute function app.steward_apart();
create trigger steward_apart after insert or update on person_territory
  for each row execute function app.steward_apart();
