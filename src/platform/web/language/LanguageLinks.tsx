import { Group, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './LanguageLinks.module.css'
import { type LanguageCode, languages } from './languages.ts'
import { speak } from './start.ts'

/** The languages in a row, each in its own name. */
export function LanguageLinks() {
  const { i18n, t } = useTranslation('shell')
  return (
    <Group gap="md" component="nav" aria-label={t('language')}>
      {Object.entries(languages).map(([code, name]) => (
        <UnstyledButton
          key={code}
          lang={code}
          className={classes['language']}
          aria-current={i18n.language === code ? 'true' : undefined}
          onClick={() => void speak(code as LanguageCode)}
        >
          {name}
        </UnstyledButton>
      ))}
    </Group>
  )
}
