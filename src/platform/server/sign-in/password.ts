import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import { type Weakness, weaknessOf } from '../../password-strength.ts'

let checker: ZxcvbnFactory | null = null

/**
 * Why a password is too weak, as a code, or null if it will do. `about` holds what an attacker would try first
 * (name, e-mail, company).
 */
export function weakness(password: string, about: readonly string[]): Weakness | null {
  checker ??= new ZxcvbnFactory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs })
  const asked = checker
  // 'Ana Ruiz' is tried as a whole, without the blank, and word by word.
  const tried = about.flatMap((text) => [
    text,
    text.replaceAll(/\s+/g, ''),
    ...text.split(/[\s@.]+/).filter((word) => word.length > 2),
  ])
  return weaknessOf(password.length, () => asked.check(password, tried).score)
}
