-- Who may change the company itself (rule 10.1), asked of the database too.
drop policy company on organization;
create policy readable on organization for select using (id = app.organization());
create policy made on organization for insert with check (id = app.organization() and app.may('company.settings'));
create policy changeable on organization for update using (id = app.organization() and app.may('company.settings'))
  with check (id = app.organization());
