/** How a company deals with collisions (rule 2.3); under `collisions` in its settings, over the defaults. */
export type CollisionSettings = {
  /** A registration is complete from this completeness (0 to 100) on. */
  readonly completeFrom: number
  /** Days that a claimant has to say something for themselves. */
  readonly answerDays: number
  /** Days to rule after that, and to decide on an appeal. */
  readonly rulingDays: number
  /** Days in which a claimant may appeal. */
  readonly appealDays: number
}

export const collisionDefaults: CollisionSettings = {
  completeFrom: 25,
  answerDays: 5,
  rulingDays: 5,
  appealDays: 10,
}

/** The least and the most that each may be. */
export const collisionLimits: Readonly<Record<keyof CollisionSettings, readonly [number, number]>> = {
  completeFrom: [0, 100],
  answerDays: [1, 60],
  rulingDays: [1, 60],
  appealDays: [1, 90],
}

/** The company's settings as they hold: what it keeps where that makes sense, else the default. */
export function collisionSettingsFrom(settings: unknown): CollisionSettings {
  const kept = (settings as { collisions?: Partial<Record<keyof CollisionSettings, unknown>> } | null)
    ?.collisions
  const valueOf = (name: keyof CollisionSettings): number => {
    const value = kept?.[name]
    const [least, most] = collisionLimits[name]
    const holds = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    return holds ? value : collisionDefaults[name]
  }
  return {
    completeFrom: valueOf('completeFrom'),
    answerDays: valueOf('answerDays'),
    rulingDays: valueOf('rulingDays'),
    appealDays: valueOf('appealDays'),
  }
}
