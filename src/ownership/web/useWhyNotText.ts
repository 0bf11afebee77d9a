import { useTranslation } from 'react-i18next'

/** Says why somebody can't change who is responsible for a customer; null where they may (rule 2.7). */
export function useWhyNotText(): (code: string | null | undefined) => string | null {
  const { t } = useTranslation('relay')
  return (code) => (code === null || code === undefined ? null : t([`whyNot.${code}`, 'whyNot.other']))
}
