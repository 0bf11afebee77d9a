import { connectAs, copyIn, copyOut } from './copy.ts'

const tables = ['sales_order', 'sales_order_line'] as const

/**
 * Milliseconds that COPY takes to bring the orders and lines of a company into tables of the same shape in the same database,
 * with the same keys, checks, indexes and foreign keys; without row-level security, change feed and triggers.
 */
export async function copyOrders(url: string, company: string): Promise<number> {
  const client = await connectAs(url, company)
  try {
    for (const table of tables) {
      const raw = rawOf(table)
      await client.query(
        `alter table ${table} no force row level security; create table ${raw} (like ${table} including all)`,
      )
    }
    await client.query(`do $$ declare one record; begin
      for one in select conrelid::regclass::text as tab, pg_get_constraintdef(oid) as def from pg_constraint
        where contype = 'f' and conrelid in ('sales_order'::regclass, 'sales_order_line'::regclass)
      loop execute format('alter table %s add %s', replace(one.tab, 'sales_order', 'raw_order'), replace(one.def, 'sales_order', 'raw_order'));
      end loop; end $$`)
    let ms = 0
    for (const table of tables) {
      const { rows } = await client.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
         where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      )
      const columns = rows[0]?.columns ?? ''
      const pieces = await copyOut(client, `select ${columns} from ${table}`)
      const begun = performance.now()
      await copyIn(client, rawOf(table), columns, pieces)
      ms += performance.now() - begun
    }
    const { rows } = await client.query<{ same: boolean }>(`select
      (select sum(total_minor) from sales_order_line) = (select sum(total_minor) from raw_order_line)
      and (select sum(goods_minor) from sales_order) = (select sum(goods_minor) from raw_order) as same`)
    if (rows[0]?.same !== true) throw new Error('COPY brought something else')
    return ms
  } finally {
    await client.end()
  }
}

function rawOf(table: string): string {
  return table.replace('sales_order', 'raw_order')
}
