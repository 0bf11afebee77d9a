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
  return weaknessOf(password.length, () => asked.check(password, [...about]).score)
}
