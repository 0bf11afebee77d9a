import { useTranslation } from 'react-i18next'

/** What an event is called; a type that this page doesn't know stands for itself. */
export function useTypeWords(): (type: string) => string {
  const { t, i18n } = useTranslation('webhooks')
  return (type) => {
    const key = `kinds.${type.replace('.', '-')}`
    return i18n.exists(`webhooks:${key}`) ? t(key as never) : type
  }
}
