import { Group, Stack, Text } from '@mantine/core'
import { IconStar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PanelButton } from '../../../platform/web/ui/PanelButton.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import type { CustomerTier } from './types.ts'
import { TierMark } from './TierMark.tsx'

/** A customer's tier, why it is so, and since when (rule 1.8). */
export function TierPanel({ customerId, onEdit }: { customerId: string; onEdit: (() => void) | null }) {
  const { t } = useTranslation('tiers')
  const query = api.useQuery('get', '/api/customers/{id}/tier', { params: { path: { id: customerId } } })
  return (
    <Panel
      title={t('panel.title')}
      action={
        onEdit !== null && (
          <PanelButton icon={<IconStar size={14} aria-hidden />} onClick={onEdit}>
            {t('panel.change')}
          </PanelButton>
        )
      }
    >
      <Loaded query={query}>{(tier) => <Why tier={tier} />}</Loaded>
    </Panel>
  )
}

function Why({ tier }: { tier: CustomerTier }) {
  const { t } = useTranslation('tiers')
  const { day, instant, money, number, percent } = useFormats()
  const { standing } = tier
  const by = tier.by === null ? 'none' : tier.by
  return (
    <Stack gap={4}>
      <Group gap="xs" wrap="nowrap">
        {tier.tier !== null && <TierMark tier={tier.tier} />}
        <Text size="sm">
          {t(`panel.${by}`, { who: tier.setBy ?? t('runs.byItself') })}
          {tier.since !== null && tier.tier !== null && ` · ${t('panel.since', { at: instant(tier.since) })}`}
        </Text>
      </Group>
      {tier.by === 'hand' && tier.reason !== null && (
        <Text size="sm">{t('panel.reason', { reason: tier.reason })}</Text>
      )}
      {tier.shift !== 0 && (
        <Text size="sm">
          {t(tier.shift === 1 ? 'panel.potential' : 'panel.risk', {
            base: standing?.base ?? '?',
            reason: tier.shiftReason,
          })}
        </Text>
      )}
      {standing !== null && (
        <Text size="sm" c="dimmed">
          {t('panel.standing', {
            amount: money(BigInt(standing.salesMinor), standing.currency),
            count: standing.months,
            day: day(standing.asOf),
            place: number(standing.rank),
            customers: number(standing.customers),
            share: percent(standing.cumulativePpm / 1_000_000),
          })}
        </Text>
      )}
      {tier.by !== 'hand' && tier.nextOn !== null && (
        <Text size="xs" c="dimmed">
          {t('panel.next', { day: day(tier.nextOn) })}
        </Text>
      )}
    </Stack>
  )
}
