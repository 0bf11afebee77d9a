import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'

let checker: ZxcvbnFactory | null = null

/**
 * Why a password is too weak, as a code, or null if it will do. `about` holds what an attacker would try first
 * (name, e-mail, company).
 */
export function weakness(
  password: string,
  about: readonly string[],
): 'too-short' | 'too-long' | 'easy-to-guess' | null {
  if (password.length < 10) return 'too-short'
  if (password.length > 200) return 'too-long'
  checker ??= new ZxcvbnFactory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs })
  return checker.check(password, [...about]).score >= 3 ? null : 'easy-to-guess'
}
