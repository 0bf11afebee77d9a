import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { KeptText } from '../KeptText.tsx'
import type { Visit } from '../types.ts'
import type { SaveVisit } from '../useVisit.ts'

type Props = { visit: Visit; save: SaveVisit }

/** What was said and what comes next, kept while one writes. */
export function Notes({ visit, save }: Props) {
  const { t } = useTranslation('visits')
  const mayRecord = visit.may.includes('record')
  const keep = (body: { note?: string; nextStep?: string; nextStepOn?: string | null }) =>
    save(request.PATCH('/api/visits/{id}', { params: { path: { id: visit.id } }, body }))
  return (
    <Panel title={t('notes.title')}>
      <Stack gap="xs">
        <KeptText
          label={t('notes.note')}
          placeholder={t('notes.hint')}
          value={visit.note ?? ''}
          most={4000}
          rows={3}
          readOnly={!mayRecord}
          onKeep={(note) => keep({ note })}
        />
        <KeptText
          label={t('notes.next')}
          value={visit.nextStep ?? ''}
          most={500}
          readOnly={!mayRecord}
          onKeep={(text) => keep({ nextStep: text.replaceAll('\n', ' ') })}
        />
        {mayRecord && (
          <DayField
            label={t('notes.nextOn')}
            value={visit.nextStepOn}
            clearable
            onChange={(nextStepOn) => void keep({ nextStepOn }).catch(sayProblem)}
          />
        )}
      </Stack>
    </Panel>
  )
}
