-- Whoever has to answer a complaint sees it, whether or not the customer is open to them (rule 8.2).
create policy answered on complaint for select using (organization_id = app.organization()
  and responsible_id = any ((select app.people())::uuid[]));
create policy answering on complaint for update using (organization_id = app.organization()
  and responsible_id = any ((select app.people())::uuid[])) with check (organization_id = app.organization());
create index complaint_by_responsible on complaint (organization_id, responsible_id) where responsible_id is not null;
