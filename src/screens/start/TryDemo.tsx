import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseCompany } from '../../platform/web/request/company.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { LongWork } from '../../platform/web/ui/LongWork.tsx'
import { paths } from '../paths.ts'
import { makeDemo } from './make-demo.ts'
import classes from './StartScreen.module.css'

/** One press makes a whole company to look around in; one's own stays as it is. */
export function TryDemo() {
  const { t, i18n } = useTranslation('welcome')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)

  async function make() {
    setError(null)
    setDone(0)
    try {
      chooseCompany(await makeDemo(i18n.language, setDone))
      queries.clear()
      await navigate({ to: paths.today })
    } catch (problem) {
      setDone(null)
      setError(problem)
    }
  }

  return (
    <section className={classes['way']}>
      <h2>{t('start.demo.title')}</h2>
      <p>{t('start.demo.text')}</p>
      <FormProblem error={error} />
      {done === null ? (
        <Button variant="default" onClick={() => void make()}>
          {t('start.demo.button')}
        </Button>
      ) : (
        <LongWork label={t('start.demo.working')} done={done} total={1} note={t('start.demo.note')} />
      )}
    </section>
  )
}
