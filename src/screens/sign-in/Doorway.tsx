import { Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageLinks } from '../../platform/web/language/LanguageLinks.tsx'
import { Mark } from '../frame/Mark.tsx'
import classes from './Doorway.module.css'
import { Lanes } from './Lanes.tsx'

type Props = { title: string; text?: ReactNode; children: ReactNode }

/** The page before one is inside: the mark, a title and one thing to fill in; the lanes beside it where there is room. */
export function Doorway({ title, text, children }: Props) {
  const { t } = useTranslation('shell')
  useEffect(() => {
    document.title = `${title} · Relevo`
  }, [title])
  return (
    <div className={classes['page']}>
      <main className={classes['form']}>
        <Mark size={40} />
        <div>
          <Title order={1}>{title}</Title>
          {text !== undefined && (
            <Text c="dimmed" mt={4}>
              {text}
            </Text>
          )}
        </div>
        {children}
        <div className={classes['foot']}>
          <LanguageLinks />
        </div>
      </main>
      <div className={classes['side']} aria-hidden>
        <p>{t('motto')}</p>
        <Lanes />
      </div>
    </div>
  )
}
