import { connectAs, copyIn, copyOut } from './copy.ts'

/** Where an imported customer leaves rows, and which are the import's; staging is not the customer's. */
function brought(after: number): Readonly<Record<string, string>> {
  const mine = `in (select id from customer where source = 'import')`
  return {
    customer: `source = 'import'`,
    contact: `customer_id ${mine}`,
    ledger_batch: `cause = 'import'`,
    ledger_entry: `cause = 'import'`,
    holder: `customer_id ${mine}`,
    customer_history: `cause = 'import'`,
    search_text: `kind = 'customer' and id ${mine}`,
    revision: `revision > ${after}`,
    change: `revision > ${after}`,
  }
}

/**
 * Milliseconds that COPY takes to bring the rows that an import made in the database `from` into the database `to`, which is
 * the same without them. Row-level security doesn't stand in COPY's way there, all keys, indexes and triggers do.
 */
export async function copyBeside(from: string, to: string, company: string): Promise<number> {
  const [source, target] = [await connectAs(from, company), await connectAs(to, company)]
  try {
    const open = Object.keys(brought(0)).map((table) => `alter table ${table} no force row level security`)
    await source.query(open.join(';'))
    await target.query(open.join(';'))
    const { rows: head } = await target.query<{ revision: string }>(
      'select max(revision) as revision from revision',
    )
    let ms = 0
    for (const [table, where] of Object.entries(brought(Number(head[0]?.revision ?? 0)))) {
      const { rows } = await source.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
         where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      )
      const columns = rows[0]?.columns ?? ''
      const pieces = await copyOut(source, `select ${columns} from ${table} where ${where}`)
      const begun = performance.now()
      await copyIn(target, table, columns, pieces)
      ms += performance.now() - begun
    }
    return ms
  } finally {
    await source.end()
    await target.end()
  }
}
