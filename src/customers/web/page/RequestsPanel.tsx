import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PanelProps } from './customer.ts'
import classes from './page.module.css'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { RequestItem } from './RequestItem.tsx'

/** Changes that wait for somebody else's yes: old and new value side by side (rule 1.4). */
export function RequestsPanel({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  if (customer.requests.length === 0) return null
  const mayDecide = customer.requests.some(({ may }) => may.includes('approve'))
  return (
    <Panel title={t('requests.title', { count: customer.requests.length })}>
      <Text size="sm" c="dimmed" mb="xs">
        {t(mayDecide ? 'requests.decide' : 'requests.wait')}
      </Text>
      <ul className={classes['people']}>
        {customer.requests.map((asked) => (
          <RequestItem key={asked.id} asked={asked} customer={customer} />
        ))}
      </ul>
    </Panel>
  )
}
