import { type Refusal, refuse } from '../values/refusal.ts'

/**
 * Where the law of the place says it, the article: China, only listed deductions are lawful (arts 15 and 16); Spain,
 * whoever collects for the house is liable for intent and gross negligence alone. Dated data with citations: rule 6.8.
 */
const articles: Readonly<Record<string, string>> = {
  CN: '《工资支付暂行规定》(1994-12-06) 第15–16条',
  ES: 'RD 1438/1985, art. 9.d',
}

/** What somebody wants to settle with what. */
export type Settling = 'debt-with-wages' | 'wages-with-collected'

/**
 * A customer's debt is the customer's: never netted against a salesperson's wages, nor wages against the money that they
 * collected (rule 5.4). Always a refusal, with the article of the company's country where there is one.
 */
export function refuseNetting(what: Settling, country: string): Refusal<Settling> {
  return refuse(what, { rule: '5.4', facts: { article: articles[country] ?? 'Relevo 5.4' } })
}
