import { Button, Text } from '@mantine/core'
import { IconLock, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { LoadingState } from '../../../platform/web/ui/LoadingState.tsx'
import type { PanelProps } from './customer.ts'
import classes from './page.module.css'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { PanelButton } from '../../../platform/web/ui/PanelButton.tsx'
import { PersonalFactItem } from './PersonalFactItem.tsx'
import { PersonalForm } from './PersonalForm.tsx'

/**
 * What the customer's own team knows of the person in charge (rule 1.2): shut until somebody opens it, because each
 * reading is written down.
 */
export function PersonalPanel({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  const [opened, open] = useState(false)
  const [adding, add] = useState(false)
  return (
    <Panel
      title={t('personal.title')}
      action={
        opened &&
        customer.contacts.length > 0 && (
          <PanelButton icon={<IconPlus size={14} aria-hidden />} onClick={() => add(true)}>
            {t('personal.add')}
          </PanelButton>
        )
      }
    >
      {opened ? (
        <Opened customer={customer} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t('personal.shut')}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconLock size={14} aria-hidden />}
            onClick={() => open(true)}
          >
            {t('personal.open')}
          </Button>
        </>
      )}
      {adding && <PersonalForm customer={customer} onClose={() => add(false)} />}
    </Panel>
  )
}

function Opened({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  const query = api.useQuery(
    'get',
    '/api/customers/{id}/personal',
    { params: { path: { id: customer.id } } },
    // Each reading is written down: not read again by itself.
    { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, gcTime: 0 },
  )
  return (
    <Loaded query={query} loading={<LoadingState rows={2} />}>
      {({ purpose, legalBasis, facts }) => (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {t('personal.why', { purpose: purpose ?? '', basis: legalBasis ?? '' })}
          </Text>
          {facts.length === 0 && <Text c="dimmed">{t('personal.none')}</Text>}
          <ul className={classes['people']}>
            {facts.map((fact) => (
              <PersonalFactItem key={fact.id} fact={fact} customerId={customer.id} />
            ))}
          </ul>
        </>
      )}
    </Loaded>
  )
}
