import { Autocomplete, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { knownChannels } from '../../channels.ts'
import { useChannelName } from '../useChannelName.ts'
import type { BulkField } from './BulkChange.tsx'

type Props = { field: BulkField; value: string; onChange: (value: string) => void }
type ChoiceProps = Omit<Props, 'field'> & { label: string }

/** The field for the one value that all chosen customers get; empty means none. */
export function BulkValue({ field, value, onChange }: Props) {
  const { t } = useTranslation('customers')
  const label = t(`bulk.value.${field}`)
  const given = { label, value, onChange }
  if (field === 'tier') {
    const data = ['A', 'B', 'C', { value: '', label: t('none') }]
    return <SegmentedControl fullWidth aria-label={label} data={data} value={value} onChange={onChange} />
  }
  if (field === 'territory') return <TerritoryField {...given} />
  if (field === 'channel') return <ChannelField {...given} />
  if (field === 'paymentDays') {
    return (
      <NumberInput
        label={label}
        value={value}
        min={0}
        max={3650}
        allowDecimal={false}
        onChange={(days) => onChange(String(days))}
        data-autofocus
      />
    )
  }
  return <TagField {...given} />
}

function TerritoryField({ label, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('customers')
  const territories = api.useQuery('get', '/api/territories').data?.territories ?? []
  const data = [
    { value: '', label: t('none') },
    ...territories.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      data={data}
      value={value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}

function ChannelField({ label, value, onChange }: ChoiceProps) {
  const { t } = useTranslation('customers')
  const channelName = useChannelName()
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={[
        { value: '', label: t('none') },
        ...knownChannels.map((channel) => ({ value: channel, label: channelName(channel) })),
      ]}
      value={value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}

function TagField({ label, value, onChange }: ChoiceProps) {
  const facets = api.useQuery('get', '/api/customers/facets', { params: { query: {} } }).data
  return (
    <Autocomplete
      label={label}
      value={value}
      maxLength={40}
      data={(facets?.tags ?? []).map((tag) => tag.value)}
      onChange={onChange}
      data-autofocus
    />
  )
}
