import { Stack, Text } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../paths.ts'
import { Doorway } from '../sign-in/Doorway.tsx'
import { TryDemo } from './TryDemo.tsx'
import { ButtonLink, TextLink } from '../../platform/web/ui/links.tsx'
import classes from './StartScreen.module.css'

/** The third step of a first run: look around in a demo company, or bring one's own customers. */
export function StartScreen() {
  const { t } = useTranslation('welcome')
  // Today says the same and leads there, too.
  const begin = (Object.hasOwn(useRouter().routesByPath, paths.imports) ? paths.imports : paths.today) as '/'
  return (
    <Doorway title={t('start.title')} text={t('start.text')}>
      <Text size="sm" c="dimmed">
        {t('step', { step: 3, of: 3 })}
      </Text>
      <Stack>
        <section className={classes['way']}>
          <h2>{t('start.own.title')}</h2>
          <p>{t('start.own.text')}</p>
          <ButtonLink to={begin}>{t('start.own.button')}</ButtonLink>
        </section>
        <TryDemo />
        <TextLink to={paths.today}>{t('start.later')}</TextLink>
      </Stack>
    </Doorway>
  )
}
