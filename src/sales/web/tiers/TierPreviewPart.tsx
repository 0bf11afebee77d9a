import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api, request } from '../../../platform/web/request/client.ts'
import { sentenceOf } from '../../../platform/web/request/sentence.ts'
import { offerUndo, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { MoveLines } from './MoveLines.tsx'
import classes from './tiers.module.css'
import type { TierPreview, TierRules } from './types.ts'
import { useRefreshTiers } from './useRefreshTiers.ts'
import { TierMark } from './TierMark.tsx'

const letters = ['A', 'B', 'C'] as const
type Props = {
  rules: TierRules | null
  /** Whether these are the rules that are kept: only by them tiers are computed. */
  areKept: boolean
  customerAddress: (id: string) => string
}

/** What a computation by the rules that are being typed would do tomorrow; and, by the kept ones, does it. */
export function TierPreviewPart({ rules, areKept, customerAddress }: Props) {
  const { t } = useTranslation('tiers')
  const [settled] = useDebouncedValue(rules, 400)
  const { data, error } = usePreview(settled)
  if (error !== null) return <Text c="dimmed">{sentenceOf(error, 'tiers')}</Text>
  if (data === undefined) return <Text c="dimmed">{t('preview.counting')}</Text>
  return (
    <Stack gap="xs" aria-live="polite">
      <Outline preview={data} />
      {data.unrated.map((one) => (
        <Unrated key={one.currency} unrated={one} />
      ))}
      {areKept && data.unrated.length === 0 && <Compute preview={data} />}
      {!areKept && <Text c="dimmed">{t('preview.saveFirst')}</Text>}
      <MoveLines moves={data.moves} currency={data.currency} customerAddress={customerAddress} />
      {countOf(data) > data.moves.length && <More count={countOf(data) - data.moves.length} />}
    </Stack>
  )
}

const countOf = ({ moved }: TierPreview) => moved.up + moved.down + moved.first

function usePreview(rules: TierRules | null) {
  return useQuery({
    queryKey: ['post', '/api/tiers/preview', rules],
    enabled: rules !== null,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<TierPreview> => {
      if (rules === null) throw new Error('no rules to try')
      const { data, error } = await request.POST('/api/tiers/preview', { body: { rules, most: 20 } })
      if (data === undefined) throw error
      return data
    },
  })
}

function Outline({ preview }: { preview: TierPreview }) {
  const { t } = useTranslation('tiers')
  const { day, money, number } = useFormats()
  const { now, after, moved, byHand, from, asOf, salesMinor, currency, customers } = preview
  const count = countOf(preview)
  return (
    <>
      <Text>
        {t('preview.looked', {
          count: customers,
          customers: number(customers),
          amount: money(BigInt(salesMinor), currency),
          from: day(from),
          to: day(asOf),
        })}{' '}
        {count === 0 ? t('preview.nobody') : t('preview.moves', { count, shown: number(count) })}{' '}
        {(['up', 'down', 'first'] as const)
          .filter((way) => moved[way] > 0)
          .map((way) => t(`preview.${way}`, { count: moved[way], shown: number(moved[way]) }))
          .join(' ')}{' '}
        {byHand > 0 && t('preview.byHand', { count: byHand, shown: number(byHand) })}
      </Text>
      <ul className={classes['counts']}>
        {letters.map((letter) => (
          <li key={letter}>
            <TierMark tier={letter} />
            {t('preview.count', { now: number(now[letter]), after: number(after[letter]) })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Unrated({ unrated }: { unrated: TierPreview['unrated'][number] }) {
  const { t } = useTranslation('tiers')
  const { day, money } = useFormats()
  const amount = money(BigInt(unrated.minor), unrated.currency)
  return (
    <Alert color="yellow" variant="light">
      {t('preview.unrated', { amount, from: day(unrated.from), to: day(unrated.to) })}
    </Alert>
  )
}

function More({ count }: { count: number }) {
  const { t } = useTranslation('tiers')
  const { number } = useFormats()
  return (
    <Text size="sm" c="dimmed">
      {t('preview.more', { count, shown: number(count) })}
    </Text>
  )
}

/** Does what the preview says, and nothing else: refused when sales came in since. */
function Compute({ preview }: { preview: TierPreview }) {
  const { t } = useTranslation('tiers')
  const { number } = useFormats()
  const refresh = useRefreshTiers()
  const compute = api.useMutation('post', '/api/tiers/runs', {
    onSuccess: async ({ id, moved }) => {
      await refresh()
      offerUndo(t('done', { count: moved, shown: number(moved) }), async () => {
        const { error } = await request.POST('/api/tiers/runs/{id}/undo', { params: { path: { id } } })
        if (error !== undefined) throw error
        await refresh()
      })
    },
    onError: async (error) => {
      sayProblem(error)
      await refresh()
    },
  })
  const count = countOf(preview)
  if (count === 0) return null
  return (
    <Group>
      <Button
        loading={compute.isPending}
        onClick={() => compute.mutate({ body: { digest: preview.digest } })}
      >
        {t('compute', { count, shown: number(count) })}
      </Button>
    </Group>
  )
}
