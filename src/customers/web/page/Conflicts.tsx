import { Alert, Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChangeOutcome, Customer } from './customer.ts'
import { useValueText } from './useValueText.ts'

type Conflict = ChangeOutcome['conflicts'][number]
type Props = {
  customer: Customer
  conflicts: readonly Conflict[]
  /** Takes the value of the other: one's own is dropped. */
  onTheirs: (conflict: Conflict) => void
}

/** What somebody else changed meanwhile, with both values (rule 9.3): take theirs, or save again to put one's own. */
export function Conflicts({ customer, conflicts, onTheirs }: Props) {
  const { t } = useTranslation('customer')
  const written = useValueText(customer)
  const text = (field: string, value: unknown) => written(field, value) || t('nothing')
  return conflicts.map((conflict) => {
    const who = customer.provenance[conflict.field]?.person?.name ?? t('somebody')
    return (
      <Alert
        key={conflict.field}
        variant="default"
        role="alert"
        title={t('conflict.title', { who, field: t(`field.${conflict.field}`) })}
      >
        {t('conflict.text', {
          theirs: text(conflict.field, conflict.theirs),
          mine: text(conflict.field, conflict.mine),
        })}
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => onTheirs(conflict)}>
            {t('conflict.theirs')}
          </Button>
        </Group>
      </Alert>
    )
  })
}
