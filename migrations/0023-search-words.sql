-- Search: marks that stand alone mean nothing, and in the search by likeness short words and numbers must still occur,
-- because a number that is only alike is another number.

select show_limit();

create or replace function app.search_words(query text) returns text[] language sql immutable parallel safe as $$
  select array_agg(w) from regexp_split_to_table(trim(query), '\s+') as w
  where w <> '' and w !~ '^[!-/:-@\[-`{-~]+$'
$$;
create or replace function app.search_patterns(query text) returns text[] language sql immutable parallel safe as $$
  select array_agg(case when length(w) < 3 then '% ' else '%' end || app.like_literal(w) || '%')
  from unnest(app.search_words(query)) as w
$$;

create or replace function app.search(wanted text, query text, most integer) returns table (id uuid, score real)
language plpgsql stable security definer set search_path = public, pg_temp
set pg_trgm.word_similarity_threshold = 0.42
set plan_cache_mode = force_custom_plan as $$
declare
  words constant text[] := app.search_words(query);
  everything constant boolean := wanted <> 'customer' or app.may('customers.read.all');
  own uuid[];
begin
  if words is null then
    return;
  end if;
  if everything then
    return query select r.id, r.score from app.search_rows(wanted, words, most, null) r;
    return;
  end if;
  own := array(select f.id from app.own_customers() as f (id));
  if cardinality(own) > 2000 then
    -- Too many to look at one by one: the index first, then who may see it.
    return query select r.id, r.score from app.search_rows(wanted, words, most * 20, null) r
      where r.id = any (own) order by r.score desc, r.id limit most;
  else
    return query select r.id, r.score from app.search_rows(wanted, words, most, own) r;
  end if;
end $$;

drop function app.search_rows(text, text[], text, integer, uuid[]);
-- Not for requests: it doesn't ask who may see what.
create function app.search_rows(wanted text, words text[], most integer, among uuid[])
returns table (id uuid, score real) language plpgsql stable set plan_cache_mode = force_custom_plan as $$
declare
  phrase constant text := array_to_string(words, ' ');
  literal constant text := app.like_literal(phrase);
  mine constant text := case when among is null then '' else ' and s.id = any ($1)' end;
  every text := '';
  alike text := '';
  pattern text;
  word text;
begin
  foreach pattern in array app.search_patterns(phrase) loop
    every := every || format(' and s.words like %L', pattern);
  end loop;
  return query execute format($q$
    select s.id, (case
        when s.words like %1$L then 5 when s.words like %2$L then 4 when s.words like %3$L then 3
        when s.words like %4$L then 2 else 1 end + 1.0 / (10 + length(s.words)))::real as score
    from search_text s
    where s.organization_id = app.organization() and s.kind = %5$L %6$s %7$s
    order by 2 desc, s.id limit %8$s $q$,
    ' ' || literal || ' %', '% ' || literal || ' %', '% ' || literal || '%', '%' || literal || '%', wanted, every,
    mine, most) using among;
  if found then
    return;
  end if;
  foreach word in array words loop
    if length(word) < 3 or word ~ '^[0-9]+$' then
      alike := alike || format(' and s.words like %L',
        case when length(word) < 3 then '% ' else '%' end || app.like_literal(word) || '%');
    else
      alike := alike || format(' and %L <%% s.words', word);
    end if;
  end loop;
  return query execute format($q$
    select s.id, word_similarity(%1$L, s.words)::real as score
    from search_text s
    where s.organization_id = app.organization() and s.kind = %2$L %3$s %4$s
    order by 2 desc, s.id limit %5$s $q$,
    phrase, wanted, alike, mine, most) using among;
end $$;
revoke all on function app.search_rows from public;
