import { type i18n, createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type LanguageCode, firstLanguage, rememberLanguage } from './languages.ts'

export const i18next: i18n = createInstance()

/** Each language and namespace is a file of its own and comes when a screen asks: `useTranslation('customers')`. */
const files = import.meta.glob<Record<string, unknown>>('../../../../locales/*/*.json', { import: 'default' })

async function read(language: string, namespace: string): Promise<Record<string, unknown>> {
  const load = files[`../../../../locales/${language}/${namespace}.json`]
  if (load === undefined) throw new Error(`no sentences: ${language}/${namespace}`)
  return await load()
}

/** Loads what every screen needs, so that the first paint already speaks. */
export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next
    .use({ type: 'backend', read } as never)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: false,
      ns: ['shell', 'problems'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      saveMissing: true,
      // Loud where tests and developers look: every sentence exists in all languages.
      missingKeyHandler: (_languages, namespace, key) =>
        reportError(new Error(`no sentence ${namespace}:${key}`)),
    })
}

/** Switches the language at once and remembers it in this browser. */
export async function speak(language: LanguageCode): Promise<void> {
  rememberLanguage(language)
  await i18next.changeLanguage(language)
}
