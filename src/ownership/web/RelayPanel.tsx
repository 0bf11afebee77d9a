import { Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { PanelMenu } from '../../platform/web/ui/PanelMenu.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { CoverForm } from './CoverForm.tsx'
import { RelayChart } from './RelayChart.tsx'
import { RelayWords } from './RelayWords.tsx'
import { useWhyNotText } from './useWhyNotText.ts'
import type { Ownership } from './types.ts'

const forms = { cover: 'others', correct: 'correct' } as const
type Form = keyof typeof forms

type Props = {
  customerId: string
  /** Whether it is neither merged into another nor erased. */
  isAlive: boolean
}

/** Who was, is and will be responsible for a customer, and why: as lanes or as words, as known now or as known then. */
export function RelayPanel({ customerId, isAlive }: Props) {
  const { t } = useTranslation('relay')
  const whyNotText = useWhyNotText()
  const [shows, setShows] = useState<'chart' | 'words'>('chart')
  const [knownAt, setKnownAt] = useState<string | null>(null)
  const [form, setForm] = useState<Form | null>(null)
  const asKnown = knownAt === null ? {} : { query: { knownAt } }
  const query = api.useQuery(
    'get',
    '/api/customers/{id}/ownership',
    { params: { path: { id: customerId }, ...asKnown } },
    { placeholderData: (before) => before },
  )
  const whyNot = query.data?.whyNot
  const open = (Object.keys(forms) as Form[]).filter(
    (name) => isAlive && whyNot !== undefined && whyNot[forms[name]] !== 'not-allowed',
  )
  return (
    <Panel
      title={t('title')}
      action={
        <PanelMenu
          label={t('more')}
          icon={<IconDots size={14} aria-hidden />}
          choices={open.map((name) => ({
            name,
            label: t(`form.${name}`),
            press: () => setForm(name),
            whyNot: whyNotText(whyNot?.[forms[name]]),
          }))}
        />
      }
    >
      <Loaded query={query}>
        {(ownership) => (
          <Stack gap="sm">
            {shows === 'chart' ? <RelayChart ownership={ownership} /> : <RelayWords ownership={ownership} />}
            <Group justify="space-between">
              <SegmentedControl
                size="xs"
                aria-label={t('shows')}
                value={shows}
                onChange={(value) => setShows(value === 'words' ? 'words' : 'chart')}
                data={[
                  { value: 'chart', label: t('asLanes') },
                  { value: 'words', label: t('asWords') },
                ]}
              />
              <KnownSelect ownership={ownership} value={knownAt} onChange={setKnownAt} />
            </Group>
          </Stack>
        )}
      </Loaded>
      {form === 'cover' && <CoverForm selection={{ ids: [customerId] }} onClose={() => setForm(null)} />}
      {form === 'correct' && <CorrectForm customerId={customerId} onClose={() => setForm(null)} />}
    </Panel>
  )
}

/** Looks at what was known at another time; only there where something was recorded more than once. */
function KnownSelect({
  ownership,
  value,
  onChange,
}: {
  ownership: Ownership
  value: string | null
  onChange: (knownAt: string | null) => void
}) {
  const { t } = useTranslation('relay')
  const { instant } = useFormats()
  if (ownership.recorded.length < 2) return null
  const instants = ownership.recorded.toReversed()
  return (
    <Group gap="xs">
      {value !== null && (
        <Text size="xs" c="dimmed">
          {t('believed')}
        </Text>
      )}
      <Select
        size="xs"
        aria-label={t('asKnown')}
        allowDeselect={false}
        value={value ?? ''}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
        data={[
          { value: '', label: t('knownNow') },
          ...instants.slice(1).map((at) => ({ value: at, label: t('knownThen', { at: instant(at) }) })),
        ]}
      />
    </Group>
  )
}
