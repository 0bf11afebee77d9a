import { type Assignment, overPrice } from './assignment.ts'

/**
 * The assignment as a mixed-integer program in CPLEX LP format. `x<line>_<taker>` is 1 where a taker gets a line; `s`, `o`
 * and `q` are the hours above each step, the hours above the limit and the customers above a cap. These last two make the
 * limits elastic: a plan always exists, and says what it breaks and by how much. Lines that nobody may take are left out.
 */
export function linearProgramOf({ lines, takers, load }: Assignment): string {
  const costs: string[] = []
  const once: string[] = []
  const binaries: string[] = []
  const rows: string[] = []
  const hoursOf: string[][] = takers.map(() => [])
  const countOf: Record<string, string[]>[] = takers.map(() => ({}))
  for (const [index, { hours, tier, choices }] of lines.entries()) {
    if (choices.length === 0) continue
    const names = choices.map(({ taker, cost }) => {
      const name = `x${index}_${taker}`
      costs.push(plus(cost, name))
      hoursOf[taker]?.push(plus(hours, name))
      for (const key of [tier, 'all']) (countOf[taker] ??= {})[key] = [...(countOf[taker]?.[key] ?? []), name]
      return name
    })
    once.push(`l${index}: ${names.join(' + ')} = 1`)
    binaries.push(...names)
  }
  for (const [index, { before, steps, most, caps }] of takers.entries()) {
    const given = hoursOf[index] ?? []
    if (given.length === 0) continue
    const limits = [
      ...steps.map((limit, step) => [limit, `s${index}_${step}`, load] as const),
      [most, `o${index}`, overPrice] as const,
    ]
    for (const [limit, name, price] of limits) {
      costs.push(plus(price, name))
      rows.push(`h${name}: ${given.join(' ')} - ${name} <= ${figure(limit - before)}`)
    }
    for (const [at, { tier, room }] of caps.entries()) {
      const counted = countOf[index]?.[tier] ?? []
      if (counted.length === 0) continue
      costs.push(plus(overPrice, `q${index}_${at}`))
      rows.push(`c${index}_${at}: ${counted.join(' + ')} - q${index}_${at} <= ${figure(room)}`)
    }
  }
  return `Minimize\n obj: ${costs.join('\n ')}\nSubject To\n ${[...once, ...rows].join('\n ')}\nBinary\n ${binaries.join('\n ')}\nEnd\n`
}

/** Nine digits: enough for hours and points, and no notation that the format doesn't know. */
function figure(value: number): string {
  return value.toFixed(9)
}

function plus(value: number, name: string): string {
  return `+ ${figure(value)} ${name}`
}
