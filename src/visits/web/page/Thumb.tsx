import { Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core'
import { IconDoorEnter, IconDoorExit } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../people/web/useMe.ts'
import { request } from '../../../platform/web/request/client.ts'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { outcomes } from '../../outcomes.ts'
import type { Visit } from '../types.ts'
import { useTakePosition } from '../useTakePosition.ts'
import type { SaveVisit } from '../useVisit.ts'
import classes from './page.module.css'

type Props = { visit: Visit; save: SaveVisit }

/** The one next step of the visit, where the thumb is: check in, then check out. */
export function Thumb({ visit, save }: Props) {
  if (visit.may.includes('check-in')) return <Arrive visit={visit} save={save} />
  if (visit.may.includes('check-out')) return <Leave visit={visit} save={save} />
  return null
}

/** While the device looks where it is, and how to go on without. */
function Waiting({ goOn }: { goOn: () => void }) {
  const { t } = useTranslation('visits')
  return (
    <Group component="output" justify="space-between">
      <Text size="sm">{t('position.looking')}</Text>
      <Button size="compact-sm" variant="subtle" onClick={goOn}>
        {t('position.goOn')}
      </Button>
    </Group>
  )
}

function Arrive({ visit, save }: Props) {
  const { t } = useTranslation('visits')
  const { take, isAsking, goOn } = useTakePosition()
  const params = { path: { id: visit.id } }
  async function arrive() {
    const deviceAt = new Date().toISOString()
    const { position, why } = await take()
    const begun = await save(
      request.POST('/api/visits/{id}/check-in', { params, body: { position, deviceAt } }),
    )
    // A short word: a note that stays would lie on the button for leaving. Taking it back stands in the menu.
    say(t(why === 'denied' ? 'position.denied' : `checkedIn.${begun.verdict ?? 'unverifiable'}`))
  }
  return (
    <div className={classes['thumb']}>
      {isAsking && <Waiting goOn={goOn} />}
      <Button
        size="lg"
        fullWidth
        loading={isAsking}
        leftSection={<IconDoorEnter size={22} aria-hidden />}
        onClick={() => void arrive().catch(sayProblem)}
      >
        {t('checkIn')}
      </Button>
      <Text size="xs" c="dimmed" ta="center">
        {t('position.why')}
      </Text>
    </div>
  )
}

function Leave({ visit, save }: Props) {
  const { t } = useTranslation('visits')
  const may = useMay()
  const { take, isAsking, goOn } = useTakePosition()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(visit.outcome ?? 'met')
  const [confirmsProfile, setConfirms] = useState(false)
  const params = { path: { id: visit.id } }
  async function leave() {
    const deviceAt = new Date().toISOString()
    const { position } = await take()
    const body = { position, deviceAt, outcome, confirmsProfile }
    await save(request.POST('/api/visits/{id}/check-out', { params, body }))
    say(t('checkedOut'))
  }
  return (
    <div className={classes['thumb']}>
      <SegmentedControl
        aria-label={t('outcome.label')}
        value={outcome}
        onChange={(chosen) => setOutcome(outcomes.find((one) => one === chosen) ?? outcome)}
        data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        fullWidth
        size="xs"
      />
      {may('customers.change') && outcome === 'met' && (
        <Checkbox
          label={t('confirmsProfile')}
          checked={confirmsProfile}
          onChange={(event) => setConfirms(event.currentTarget.checked)}
        />
      )}
      {isAsking && <Waiting goOn={goOn} />}
      <Button
        size="lg"
        fullWidth
        loading={isAsking}
        leftSection={<IconDoorExit size={22} aria-hidden />}
        onClick={() => void leave().catch(sayProblem)}
      >
        {t('checkOut')}
      </Button>
    </div>
  )
}
