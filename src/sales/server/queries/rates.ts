import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import type { Day } from '../../../values/day.ts'
import { multiplyRatios, ratio } from '../../../values/ratio.ts'
import { type DatedRate, parseRate } from '../../rate.ts'

export type RateRow = { currency: string; day: string; rate: string }

/** What holds on a day: of each currency the last day's, and of that day the last recorded; taken back ones don't count. */
export async function ratesOn(tx: Tx, day: string): Promise<RateRow[]> {
  const { rows } = await sql<RateRow>`
    select distinct on (h.currency) h.currency::text as currency, h.day, trim_scale(h.rate)::text as rate from (
      select distinct on (currency, day) currency, day, rate from exchange_rate
      where organization_id = app.organization() and day <= ${day}::date
      order by currency, day desc, recorded_at desc, id desc) h
    where h.rate is not null order by h.currency, h.day desc`.execute(tx)
  return rows
}

/** The same as the rules take them. */
export function datedRates(rows: readonly RateRow[]): DatedRate[] {
  return rows.flatMap(({ currency, day, rate }) => {
    const parsed = parseRate(rate)
    return parsed === null ? [] : [{ currency: currency as Currency, day: day as Day, rate: parsed }]
  })
}

/**
 * Rates as a table to join in SQL: how many minor units of the company's currency one minor unit is, exactly, as `n`/`d`;
 * the company's own currency among them.
 */
export function rateTable(home: string, rows: readonly RateRow[]) {
  const of = [
    { currency: home, n: '1', d: '1' },
    ...datedRates(rows)
      .filter(({ currency }) => currency !== home)
      .map(({ currency, rate }) => {
        const digits = ratio(
          10n ** BigInt(minorDigits(home as Currency)),
          10n ** BigInt(minorDigits(currency)),
        )
        const { numerator, denominator } = multiplyRatios(rate, digits)
        return { currency, n: String(numerator), d: String(denominator) }
      }),
  ]
  return sql`(select r.currency, r.n::numeric as n, r.d::numeric as d
    from jsonb_to_recordset(${JSON.stringify(of)}::jsonb) as r (currency text, n text, d text))`
}

/** `minor` times n/d, half up away from zero, in whole numbers throughout (rule 5.2). */
export function roundedBy(minor: string, n: string, d: string) {
  return sql.raw(`(sign(${minor}) * div(2 * abs(${minor}) * (${n}) + (${d}), 2 * (${d})))`)
}

export type NewRateRow = { currency: string; day: string; rate: string | null; source: string | null }

/** Records rates; of one day the last recorded holds. Answers their ids. */
export async function insertRates(
  tx: Tx,
  rates: readonly NewRateRow[],
  by: string | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into exchange_rate (organization_id, id, currency, day, rate, source, recorded_by)
    select app.organization(), app.new_id(), r.currency, r.day, r.rate, r.source, ${by}
    from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r (currency text, day date, rate numeric, source text)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

type RateShown = RateRow & {
  source: string | null
  recordedBy: { id: string; name: string; colour: number } | null
  recordedAt: string
}

/** Rates as they hold, the newest day first. */
export async function listRates(
  tx: Tx,
  currency: string | null,
  page: { page: number; size: number },
): Promise<{ rows: RateShown[]; total: number }> {
  const { rows } = await sql<RateShown & { total: number }>`
    select h.currency::text as currency, h.day, trim_scale(h.rate)::text as rate, h.source,
      to_char(h.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt",
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'colour', p.colour) end as "recordedBy",
      count(*) over ()::int as total
    from (select distinct on (currency, day) * from exchange_rate
      where organization_id = app.organization() and (${currency}::text is null or currency = ${currency})
      order by currency, day, recorded_at desc, id desc) h
    left join person p on p.organization_id = h.organization_id and p.id = h.recorded_by
    where h.rate is not null order by h.day desc, h.currency
    limit ${page.size} offset ${page.size * (page.page - 1)}`.execute(tx)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** Currencies of open items that the asker sees. */
export async function openCurrencies(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ currency: string }>`
    select distinct currency::text as currency from receivable where organization_id = app.organization()
      and cancelled_on is null and settled_minor <> amount_minor order by 1`.execute(tx)
  return rows.map(({ currency }) => currency)
}
