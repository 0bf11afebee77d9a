import { Alert, Button, Group } from '@mantine/core'
import { IconMapPinPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import type { Visit } from '../types.ts'
import { useVisit } from '../useVisit.ts'

/** Where the register knows only the city, the check-in knows better: offered, never taken by itself (rule 1.4). */
export function ProposePlace({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits')
  const { query } = useVisit(visit.id)
  if (!visit.mayProposePlace) return null
  async function propose() {
    const params = { path: { id: visit.id } }
    const { data, error } = await request.POST('/api/visits/{id}/propose-place', { params })
    if (data === undefined) throw error
    say(t(data.saved ? 'place.saved' : 'place.asked'))
    await query.refetch()
  }
  return (
    <Alert variant="light" icon={<IconMapPinPlus size={18} />} title={t('place.title')}>
      <Group justify="space-between">
        {t('place.text')}
        <Button size="compact-sm" variant="light" onClick={() => void propose().catch(sayProblem)}>
          {t('place.button')}
        </Button>
      </Group>
    </Alert>
  )
}
