import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import classes from './NextList.module.css'
import type { Next } from './useNext.ts'

/** Each thing with what it means and its one action; the first is the one to begin with. */
export function NextList({ next }: { next: readonly Next[] }) {
  const { t } = useTranslation('today')
  return (
    <ol className={classes['list']} aria-label={t('label')}>
      {next.map(({ name, count, to, search }, place) => (
        <li key={name} className={classes['item']}>
          <div>
            <h2>{t(`next.${name}.title`, { count })}</h2>
            <p>{t(`next.${name}.text`)}</p>
          </div>
          <ButtonLink to={to} search={search as never} variant={place === 0 ? 'filled' : 'default'}>
            {t(`next.${name}.button`)}
          </ButtonLink>
        </li>
      ))}
    </ol>
  )
}
