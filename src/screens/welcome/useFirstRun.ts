import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { type Country, countries } from '../../values/country.ts'
import { usualCurrency, usualTimeZone } from '../../values/country-customs.ts'
import { zonesOf } from '../../platform/web/choice/TimeZoneSelect.tsx'
import { isLanguage } from '../../platform/web/language/languages.ts'

export type FirstRun = ReturnType<typeof useFirstRun>

/** What a first run fills in, guessed as far as the browser tells. The code may come with the address, behind the #. */
export function useFirstRun() {
  const { t, i18n } = useTranslation('welcome')
  const missing = (value: string | null) => (value === null || value.trim() === '' ? t('missing') : null)
  const country = likelyCountry()
  return useForm({
    mode: 'controlled',
    validateInputOnBlur: true,
    initialValues: {
      setupCode: decodeURIComponent(location.hash.slice(1)),
      company: {
        name: '',
        country: country as string,
        ...customsOf(country),
        language: isLanguage(i18n.language) ? i18n.language : 'en',
      },
      person: { name: '', email: '', password: '' },
    },
    validate: {
      setupCode: missing,
      company: { name: missing, country: missing, currency: missing, timeZone: missing },
      person: {
        name: missing,
        email: (value: string) =>
          /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : t('person.emailWrong'),
        password: missing,
      },
    },
  })
}

/** The usual currency and time zone of a country. */
export function customsOf(country: Country): { currency: string; timeZone: string } {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    currency: usualCurrency(country) ?? 'EUR',
    timeZone: usualTimeZone(country, zonesOf(country), device),
  }
}

/** The country whose time the device keeps, else the one its language is spoken in. */
function likelyCountry(): Country {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  const spoken = new Intl.Locale(navigator.language).maximize().region as Country
  const there = countries.filter((country) => zonesOf(country).includes(device))
  return there.includes(spoken) || there[0] === undefined ? spoken : there[0]
}
