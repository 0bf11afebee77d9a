-- A planned visit that passes to somebody else keeps its place in the route: passed back by an undo, the day is as it was.
do $$
declare body text := pg_get_functiondef('app.pass_visits'::regproc);
begin
  if position('position = case when s.server = v.person_id then v.position end,' in body) = 0 then
    raise exception 'app.pass_visits is not the one this changes';
  end if;
  execute replace(body, 'position = case when s.server = v.person_id then v.position end,', '');
end $$;
