/**
 * An expected "no": a value, not an exception. `code` comes from the union each rule declares;
 * `facts` are what the sentence shown to the person needs (names, days, numbers), never personal data.
 */
export type Refusal<Code extends string = string> = {
  readonly refused: Code
  /** The numbered rule of the product, e.g. "1.4". */
  readonly rule?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

/** Says no with a code. `refuse('already-registered', { rule: '2.3', facts: { code: 'A-12' } })` */
export function refuse<Code extends string>(
  code: Code,
  more: { rule?: string; facts?: Record<string, string | number> } = {},
): Refusal<Code> {
  return { refused: code, ...more }
}

/** Tells a refusal from any other answer of a rule. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}
