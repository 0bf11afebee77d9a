import { Checkbox, Group, NumberInput, SimpleGrid, Switch, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isKnownChannel, knownChannels } from '../../../customers/channels.ts'
import { useMe } from '../../../people/web/useMe.ts'
import { api } from '../../../platform/web/request/client.ts'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { CurrencySelect } from '../../../platform/web/choice/CurrencySelect.tsx'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import type { PriceList } from './usePriceListWords.ts'
import { useRefreshPrices } from './useRefreshPrices.ts'

type Props = { list: PriceList | null; onClose: () => void; onAdded?: (id: string) => void }
type Tier = PriceList['tiers'][number]

/** Adds a price list or changes whom it is for and when it holds; its prices are changed on its page. */
export function PriceListForm({ list, onClose, onAdded }: Props) {
  const { t } = useTranslation(['prices', 'customers'])
  const { company } = useMe()
  const refresh = useRefreshPrices()
  const channelName = (channel: string) =>
    isKnownChannel(channel) ? t(`customers:channelName.${channel}`) : channel
  const [texts, setTexts] = useState({
    code: list?.code ?? '',
    name: list?.name ?? '',
    currency: list?.currency ?? company.currency,
    fromDay: list?.fromDay ?? null,
    toDay: list?.toDay ?? null,
  })
  const [byAgreement, setByAgreement] = useState(list?.byAgreement ?? false)
  const [channels, setChannels] = useState<string[]>(list?.channels ?? [])
  const [tiers, setTiers] = useState<string[]>(list?.tiers ?? [])
  const [rank, setRank] = useState<number | string>(list?.rank ?? 100)
  const set = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part })
  const saved = {
    onSuccess: async ({ id, name }: PriceList) => {
      await refresh()
      say(t('saved', { name }))
      onClose()
      if (list === null) onAdded?.(id)
    },
  }
  const add = api.useMutation('post', '/api/price-lists', saved)
  const change = api.useMutation('patch', '/api/price-lists/{id}', saved)
  const byName = new Map(knownChannels.map((channel) => [channelName(channel), channel as string]))
  function save() {
    const body = {
      ...texts,
      byAgreement,
      channels: byAgreement ? [] : channels,
      tiers: byAgreement ? [] : (tiers as Tier[]),
      rank: Number(rank),
    }
    if (list === null) add.mutate({ body })
    else change.mutate({ params: { path: { id: list.id } }, body: { ...body, version: list.version } })
  }
  return (
    <FormModal
      title={list === null ? t('add') : t('change', { name: list.name })}
      onClose={onClose}
      button={t('save')}
      onSubmit={save}
      isReady={texts.code.trim() !== '' && texts.name.trim() !== '' && rank !== ''}
      isPending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      of="prices"
      size="lg"
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('field.name')}
          value={texts.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          maxLength={200}
          data-autofocus
        />
        <TextInput
          label={t('field.code')}
          value={texts.code}
          onChange={(event) => set({ code: event.currentTarget.value })}
          maxLength={60}
        />
        <CurrencySelect
          label={t('field.currency')}
          value={texts.currency}
          onChange={(currency) => set({ currency: currency ?? company.currency })}
        />
        <NumberInput
          label={t('field.rank')}
          description={t('rankText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={9999}
          allowDecimal={false}
          value={rank}
          onChange={setRank}
        />
        <DayField
          label={t('field.fromDay')}
          value={texts.fromDay}
          onChange={(fromDay) => set({ fromDay })}
          clearable
        />
        <DayField
          label={t('field.toDay')}
          value={texts.toDay}
          onChange={(toDay) => set({ toDay })}
          clearable
          {...(texts.fromDay === null ? {} : { min: texts.fromDay })}
        />
      </SimpleGrid>
      <Switch
        label={t('field.byAgreement')}
        description={t('byAgreementText')}
        checked={byAgreement}
        onChange={(event) => setByAgreement(event.currentTarget.checked)}
      />
      {!byAgreement && (
        <>
          <TagsInput
            label={t('field.channels')}
            placeholder={channels.length === 0 ? t('everyChannel') : ''}
            data={[...byName.keys()]}
            value={channels.map(channelName)}
            onChange={(names) => setChannels(names.map((name) => byName.get(name) ?? name))}
            maxTags={50}
          />
          <Checkbox.Group
            label={t('field.tiers')}
            description={t('tiersText')}
            value={tiers}
            onChange={setTiers}
          >
            <Group mt="xs">
              {(['A', 'B', 'C'] as const).map((tier) => (
                <Checkbox key={tier} value={tier} label={tier} />
              ))}
            </Group>
          </Checkbox.Group>
        </>
      )}
    </FormModal>
  )
}
