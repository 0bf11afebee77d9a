import { type ReactNode, createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type FormatSettings, type Formats, createFormats } from './formats.ts'

type CompanySettings = Omit<FormatSettings, 'language'>

const Settings = createContext<CompanySettings | null>(null)

/** Below it everything is written as this company writes. */
export function FormatsOfCompany({ company, children }: { company: CompanySettings; children: ReactNode }) {
  return <Settings value={company}>{children}</Settings>
}

/** How to write days, numbers and money here: `const { day, money } = useFormats()`. */
export function useFormats(): Formats {
  const settings = useContext(Settings)
  const { i18n } = useTranslation()
  return useMemo(
    () => createFormats({ ...(settings ?? beforeACompany()), language: i18n.language }),
    [settings, i18n.language],
  )
}

function beforeACompany(): CompanySettings {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions()
  const country = new Intl.Locale(locale).maximize().region ?? 'US'
  return { country, timeZone, today: new Date().toISOString().slice(0, 10), weekStart: 1 }
}
