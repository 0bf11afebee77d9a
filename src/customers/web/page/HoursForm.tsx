import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { changedPairs } from '../../changed-pairs.ts'
import { isYearDay } from '../../closures.ts'
import { weeklyHoursProblem } from '../../hours.ts'
import { groupsOf, hoursOf } from '../../weekly-pattern.ts'
import { ClosuresField } from './ClosuresField.tsx'
import { Conflicts } from './Conflicts.tsx'
import type { Customer } from './customer.ts'
import { WeekField } from './WeekField.tsx'
import { useProfileSave } from './useProfileSave.ts'

type Props = { customer: Customer; onClose: () => void }

/** When the outlet is open, when it likes to be visited, and when of every year it is shut. */
export function HoursForm({ customer, onClose }: Props) {
  const { t } = useTranslation('customer')
  const [before, setBefore] = useState(customer)
  const [opening, setOpening] = useState(() => groupsOf(customer.openingHours ?? []))
  const [visit, setVisit] = useState(() => groupsOf(customer.visitHours ?? []))
  const [closures, setClosures] = useState(() => customer.closures ?? [])
  const { save, conflicts, setConflicts, isPending } = useProfileSave(customer, sayProblem)
  const wanted = {
    openingHours: orNull(hoursOf(opening)),
    visitHours: orNull(hoursOf(visit)),
    closures: orNull(closures),
  }
  const isWrong =
    weeklyHoursProblem(hoursOf(opening)) !== null ||
    weeklyHoursProblem(hoursOf(visit)) !== null ||
    closures.some(({ from, to }) => !isYearDay(from) || !isYearDay(to))
  const submit = async () => {
    const set = changedPairs(before, wanted) as components['schemas']['CustomerSet']
    if (Object.keys(set).length === 0) {
      onClose()
      return
    }
    const told = await save(set).catch(() => null)
    if (told === null) return
    setBefore(told.now)
    if (told.outcome.conflicts.length === 0) onClose()
  }
  const takeTheirs = (conflict: (typeof conflicts)[number]) => {
    const theirs = (conflict.theirs ?? []) as never
    if (conflict.field === 'openingHours') setOpening(groupsOf(theirs))
    else if (conflict.field === 'visitHours') setVisit(groupsOf(theirs))
    else setClosures(theirs)
    setConflicts(conflicts.filter((other) => other.field !== conflict.field))
  }
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t('hours.title')}
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="lg">
          <Conflicts customer={customer} conflicts={conflicts} onTheirs={takeTheirs} />
          <WeekField label={t('field.openingHours')} value={opening} onChange={setOpening} />
          <WeekField label={t('field.visitHours')} value={visit} onChange={setVisit} />
          <ClosuresField value={closures} onChange={setClosures} />
          {isWrong && (
            <Text size="sm" c="red" role="alert">
              {t('hours.wrong')}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={isWrong}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function orNull<T>(list: T[]): T[] | null {
  return list.length === 0 ? null : list
}
