/** The languages that every sentence exists in, by the name each gives itself. */
export const languages = { es: 'Español', en: 'English', zh: '中文' } as const
export type LanguageCode = keyof typeof languages

export function isLanguage(text: string | null | undefined): text is LanguageCode {
  return text !== null && text !== undefined && Object.hasOwn(languages, text)
}

const key = 'relevo.language'

/** What this browser was told, else what it speaks, else English. */
export function firstLanguage(): LanguageCode {
  const chosen = localStorage.getItem(key)
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

/** Whether this browser was told its language (else the person's or the company's may decide). */
export function languageIsChosen(): boolean {
  return isLanguage(localStorage.getItem(key))
}

export function rememberLanguage(language: LanguageCode): void {
  localStorage.setItem(key, language)
}
