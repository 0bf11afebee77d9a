import { useTranslation } from 'react-i18next'
import { Doorway } from '../sign-in/Doorway.tsx'

/** The first run: from the set-up code to a company with its principal. */
export function WelcomeScreen() {
  const { t } = useTranslation('welcome')
  return <Doorway title={t('title')}>{null}</Doorway>
}
