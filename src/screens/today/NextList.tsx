import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import classes from './NextList.module.css'
import type { Next } from './useNext.ts'

/** Each thing with what it means and its one action; the first is the one to begin with. */
export function NextList({ next }: { next: readonly Next[] }) {
  const { t } = useTranslation('today')
  const formats = useFormats()
  return (
    <ol className={classes['list']} aria-label={t('label')}>
      {next.map(({ name, count, day, to, search }, place) => (
        <li key={name} className={classes['item']}>
          <div>
            <h2>{t(`next.${name}.title`, { count, day: day === undefined ? '' : formats.day(day) })}</h2>
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
