import { foldText } from '../values/text.ts'

/** Words of titles that lead others, folded; Chinese ones are looked for anywhere in the title. */
const leading =
  /\b(manager|director|directora|head|chief|president|supervisor|supervisora|jefe|jefa|gerente|responsable|encargado|encargada|coordinador general|lead|leader|vp)\b|经理|总监|主管|主任|总裁|部长|组长/u
/** Titles with such a word whose bearers lead customers, not colleagues. */
const notLeading = /\b(account|key account|product) manager\b|\bgestor(a)? de cuentas\b|客户经理|产品经理/u

/**
 * The role that a person from a file probably has: who others report to, or whose title says so, is a manager; everybody
 * else sells. A guess only where nothing was said, and never more than these two (docs/decisions/0012).
 */
export function guessRole(title: string, leads: boolean): 'manager' | 'salesperson' {
  const plain = foldText(title)
  if (leads) return 'manager'
  return leading.test(plain) && !notLeading.test(plain) ? 'manager' : 'salesperson'
}
