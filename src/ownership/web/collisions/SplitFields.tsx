import { Fieldset, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { percentText } from '../../../values/percent.ts'
import { type Ratio, addRatios, ratio } from '../../../values/ratio.ts'
import { isRefusal } from '../../../values/refusal.ts'
import { readShare } from '../../split.ts'

type Value = { shares: Record<string, string>; from: string; until: string }
type Props = {
  sides: readonly { id: string; name: string }[]
  value: Value
  change: (value: Value) => void
}

/** Shares of the credit, exact, and for which orders; the total stands below while they are typed. */
export function SplitFields({ sides, value, change }: Props) {
  const { t } = useTranslation('collisions')
  const read = sides.map(({ id }) => readShare((value.shares[id] ?? '').replace(',', '.')))
  const total = read.reduce<Ratio>(
    (sum, share) => (isRefusal(share) ? sum : addRatios(sum, share)),
    ratio(0n),
  )
  return (
    <Fieldset legend={t('ruling.shares')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {sides.map(({ id, name }, place) => (
          <TextInput
            key={id}
            label={t('ruling.shareOf', { name })}
            value={value.shares[id] ?? ''}
            maxLength={20}
            onChange={(event) =>
              change({ ...value, shares: { ...value.shares, [id]: event.currentTarget.value } })
            }
            error={isRefusal(read[place]) && value.shares[id] !== '' ? t('ruling.shareShape') : undefined}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" mt="xs" aria-live="polite">
        {t('ruling.total', { total: percentText(total, 2) })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="sm">
        <TextInput
          type="date"
          label={t('ruling.from')}
          required
          value={value.from}
          onChange={(event) => change({ ...value, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('ruling.until')}
          description={t('ruling.untilText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={value.until}
          min={value.from}
          onChange={(event) => change({ ...value, until: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Fieldset>
  )
}
