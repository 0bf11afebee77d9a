import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { Product, ProductsQuery } from '../../schema/product.ts'

const columns = sql`p.id, p.code, p.name, p.category, p.unit, case when p.price_minor is not null
    then jsonb_build_object('minor', p.price_minor, 'currency', p.currency) end as price, p.discontinued,
  (select count(*) from carried_product k where k.organization_id = p.organization_id and k.product_id = p.id) as outlets,
  p.version`

function whereOf(
  { q, category, discontinued = 'false' }: ProductsQuery,
  withCategory: boolean,
): RawBuilder<unknown> {
  const all = [sql`p.organization_id = app.organization()`]
  const folded = foldQuery(q ?? '')
  if (folded !== '') all.push(sql`p.id in (select f.id from app.search('product', ${folded}, 1000) f)`)
  if (withCategory && category !== undefined) all.push(sql`coalesce(p.category, '') = ${category}`)
  if (discontinued !== 'all') all.push(sql`p.discontinued = ${discontinued === 'true'}`)
  return sql.join(all, sql` and `)
}

/** One page of the products by name, the total, and how many there are by category. `outlets`: those that I see. */
export async function productPage(tx: Tx, query: ProductsQuery) {
  const { page = 1, size = 50 } = query
  const { rows } = await sql<Product>`
    select ${columns} from product p where ${whereOf(query, true)}
    order by lower(p.name), p.id limit ${size} offset ${(page - 1) * size}`.execute(tx)
  const { rows: totals } = await sql<{ total: number }>`
    select count(*) as total from product p where ${whereOf(query, true)}`.execute(tx)
  const { rows: categories } = await sql<{ value: string; count: number }>`
    select coalesce(p.category, '') as value, count(*) as count from product p where ${whereOf(query, false)}
    group by 1 order by 1 limit 500`.execute(tx)
  return { rows, total: totals[0]?.total ?? 0, categories, page, size }
}

export async function oneProduct(tx: Tx, id: string): Promise<Product | null> {
  const { rows } = await sql<Product>`select ${columns} from product p where p.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type ProductColumns = {
  code: string
  name: string
  category: string | null
  unit: string | null
  price: { minor: number; currency: string } | null
  discontinued: boolean
}

export async function insertProduct(tx: Tx, id: string, product: ProductColumns): Promise<void> {
  await sql`
    insert into product (organization_id, id, code, name, category, unit, price_minor, currency, discontinued)
    values (app.organization(), ${id}, ${product.code}, ${product.name}, ${product.category || null},
      ${product.unit || null}, ${product.price?.minor ?? null}, ${product.price?.currency ?? null},
      ${product.discontinued})`.execute(tx)
}

/** Saves a product that is still at this version; false when it isn't. */
export async function updateProduct(
  tx: Tx,
  id: string,
  version: number,
  product: ProductColumns,
): Promise<boolean> {
  const { rows } = await sql`
    update product set code = ${product.code}, name = ${product.name}, category = ${product.category || null},
      unit = ${product.unit || null}, price_minor = ${product.price?.minor ?? null},
      currency = ${product.price?.currency ?? null}, discontinued = ${product.discontinued},
      version = version + 1, updated_at = now()
    where id = ${id} and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}
