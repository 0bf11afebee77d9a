import type { TFunction } from 'i18next'

/** What a permission lets one do, in words. Its name has dots, the sentence's key has none. */
export function scopeSentence(t: TFunction<'account'>, name: string): string {
  return t(`scopes.${name.replaceAll('.', '-')}`)
}
