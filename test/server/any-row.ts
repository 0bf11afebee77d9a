import type { Client } from 'pg'

export type Table = {
  name: string
  /** Whether requests have any right on it at all; the others are closed to them altogether. */
  open: boolean
  secured: boolean
  /** The column that says whose it is; null where there is none. */
  company: string | null
  columns: { name: string; type: string; needed: boolean; mayUpdate: boolean }[]
}

/** Every table of the schema public, from the database's own catalogue: a new one is covered by itself. */
export async function everyTable(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured,
      bool_or(has_table_privilege('relevo_app', c.oid, 'select, insert, update, delete')
        or has_any_column_privilege('relevo_app', c.oid, 'select, insert, update')) as open,
      case when c.relname = 'organization' then 'id'
        else max(a.attname) filter (where a.attname = 'organization_id') end as company,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'needed', a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '',
        'mayUpdate', has_column_privilege('relevo_app', c.oid, a.attnum, 'update')) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity order by c.relname`)
  return rows
}

/**
 * Takes rules and triggers off the tables of a database of the test's own, so that a row of any table can be made without
 * knowing what it means. Row-level security stays for requests; the owner, who makes the rows, is let past it.
 */
export async function looseTables(client: Client): Promise<void> {
  await client.query(`
    do $$ declare one record; begin
      for one in select conrelid::regclass as tab, conname from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('f', 'c') and conparentid = 0
      loop execute format('alter table %s drop constraint if exists %I cascade', one.tab, one.conname); end loop;
      for one in select oid::regclass as tab from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      loop
        execute format('alter table %s disable trigger user', one.tab);
        execute format('alter table %s no force row level security', one.tab);
      end loop;
    end $$`)
}

/** Something of each type that a needed column can hold; every id is `id`, so that whatever refers to a person refers to one. */
const valueOf = (type: string, id: string, word: string): string => {
  if (type === 'uuid') return `'${id}'`
  if (type.endsWith('[]')) return "'{}'"
  if (type === 'jsonb' || type === 'json') return "'{}'"
  if (type === 'boolean') return 'true'
  if (type === 'date' || type.startsWith('timestamp')) return "'2099-01-01'"
  if (type === 'bytea') return "'\\x00'"
  if (/^(smallint|integer|bigint|numeric|real|double precision)/.test(type)) return '1'
  return type.startsWith('character(') || type === 'character' ? "'x'" : `'${word}'`
}

/** The SQL that inserts a row of the table for a company: needed columns only, and every other one that holds an id. */
export function rowFor(table: Table, company: string, id: string): string {
  const filled = table.columns.filter((column) => column.needed || column.type === 'uuid')
  const names = filled.map((column) => `"${column.name}"`)
  const values = filled.map((column) =>
    column.name === table.company ? `'${company}'` : valueOf(column.type, id, `x${company.slice(-6)}`),
  )
  return `insert into "${table.name}" (${names.join(', ')}) values (${values.join(', ')})`
}
