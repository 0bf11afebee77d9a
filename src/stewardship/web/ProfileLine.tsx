import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { customerAddress } from './addresses.ts'
import { InChargeForm } from './InChargeForm.tsx'
import { OutletName, QueueLine } from './QueueLine.tsx'
import type { ProfileItem } from './types.ts'

type Props = {
  item: ProfileItem
  chosen: boolean
  choose: (chosen: boolean) => void
  confirm: (ids: string[]) => void
}

/** A profile to mend, with what is wrong in words and the one action for the worst of it. */
export function ProfileLine({ item, chosen, choose, confirm }: Props) {
  const { t } = useTranslation('stewardship')
  const { list, day, fromToday } = useFormats()
  const [adding, setAdding] = useState(false)
  const { customer, worst, missing } = item
  const detail = item.issues.map((issue) => {
    if (issue === 'incomplete')
      return t('issue.incomplete', {
        percent: item.completeness,
        missing: list(missing.slice(0, 4).map((part) => t(`part.${part}`))),
      })
    if (issue === 'stale')
      return item.confirmedOn === null
        ? t('issue.never-confirmed')
        : t('issue.stale', { day: day(item.confirmedOn), ago: fromToday(item.confirmedOn) })
    if (issue === 'unlocated') return t(item.locatedBy === null ? 'issue.unlocated' : 'issue.approximate')
    return t(`issue.${issue}`)
  })
  return (
    <QueueLine
      mark={
        <Checkbox
          checked={chosen}
          onChange={(event) => choose(event.currentTarget.checked)}
          aria-label={t('choose', { name: customer.name })}
        />
      }
      title={<OutletName outlet={customer} />}
      detail={detail.join(' ')}
      action={
        worst === 'no-person-in-charge' ? (
          <Button variant="light" size="sm" onClick={() => setAdding(!adding)} aria-expanded={adding}>
            {t('action.name-somebody')}
          </Button>
        ) : worst === 'stale' ? (
          <Button variant="light" size="sm" onClick={() => confirm([customer.id])}>
            {t('action.confirm')}
          </Button>
        ) : (
          <ButtonLink
            variant="light"
            size="sm"
            to={customerAddress(customer.id)}
            search={formFor(worst, missing) as never}
          >
            {t(`action.${worst}`)}
          </ButtonLink>
        )
      }
      below={adding && <InChargeForm customer={customer} done={() => setAdding(false)} />}
    />
  )
}

/** Which form the customer's page opens with. */
function formFor(worst: ProfileItem['worst'], [first]: ProfileItem['missing']): { edit?: string } {
  if (worst === 'unlocated') return { edit: 'location' }
  return worst === 'incomplete' && first !== undefined ? { edit: first } : {}
}
