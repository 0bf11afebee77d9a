import { Group, Text, UnstyledButton } from '@mantine/core'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { ButtonLink } from '../../../platform/web/ui/links.tsx'
import classes from './stock.module.css'
import { StockHistory } from './StockHistory.tsx'
import { type StockLine, useStockWords } from './useStockWords.ts'

type Props = { customerId: string; /** Where one counts. */ to: string; isActive: boolean }

/** What the outlet has of each product, what it sold between the last two counts, and how long it lasts (rule 5.5). */
export function StockPanel({ customerId, to, isActive }: Props) {
  const { t } = useTranslation('stock')
  const [opened, open] = useState<string | null>(null)
  const query = api.useQuery('get', '/api/customers/{id}/stock', { params: { path: { id: customerId } } })
  const mayCount = query.data?.mayCount === true && isActive
  if (query.data?.lines.length === 0 && !mayCount) return null
  return (
    <Panel
      title={t('title')}
      action={
        mayCount && (
          <ButtonLink
            to={to}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconClipboardCheck size={14} aria-hidden />}
          >
            {t('count')}
          </ButtonLink>
        )
      }
    >
      <Loaded query={query}>
        {({ lines }) =>
          lines.length === 0 ? (
            <Text c="dimmed">{t('none')}</Text>
          ) : (
            <ul className={classes['lines']}>
              {lines.map((line) => (
                <li key={line.product.id}>
                  <UnstyledButton className={classes['line'] ?? ''} onClick={() => open(line.product.id)}>
                    <Stocked line={line} />
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {opened !== null && (
        <StockHistory customerId={customerId} productId={opened} onClose={() => open(null)} />
      )}
    </Panel>
  )
}

function Stocked({ line }: { line: StockLine }) {
  const { t } = useTranslation('stock')
  const { number } = useFormats()
  const words = useStockWords()
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{line.product.name}</Text>
        <Text size="sm" fw={500} className={classes['figure'] ?? ''}>
          {line.counted === null ? t('unknown') : number(line.counted.quantity)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {[words.counted(line), words.since(line)].filter(Boolean).join(' · ')}
      </Text>
      {words.sold(line) !== null && (
        <Text size="xs" c="dimmed">
          {[words.sold(line), words.lasts(line)].filter(Boolean).join(' · ')}
        </Text>
      )}
    </>
  )
}
