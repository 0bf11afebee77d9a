import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { GiveBackForm } from './GiveBackForm.tsx'
import { KeepForm } from './KeepForm.tsx'
import { Keepings } from './Keepings.tsx'
import { usePoolWords } from './usePoolWords.ts'

type State = components['schemas']['ProtectionState']
type Props = {
  customer: { id: string; name: string }
  owner: { name: string } | null
  /** Called when I gave the customer back: I don't see it any more. */
  onGivenBack: () => void
}

/** The customer's clock: whether and when it returns to the pool, for whom it is kept, and what I may do about it. */
export function ProtectionPart({ customer, owner, onGivenBack }: Props) {
  const { t } = useTranslation(['pool', 'customers'])
  const [form, setForm] = useState<'keep' | 'back' | null>(null)
  const query = api.useQuery('get', '/api/customers/{id}/protection', {
    params: { path: { id: customer.id } },
  })
  return (
    <Loaded query={query}>
      {({ protection, locks, may }) => (
        <Stack gap="xs">
          <Clock state={protection} />
          <Keepings locks={locks} mayEnd={may.keep} />
          <Group gap="xs">
            {may.keep && owner !== null && (
              <Button size="compact-sm" variant="default" onClick={() => setForm('keep')}>
                {t('keep.button', { name: owner.name })}
              </Button>
            )}
            {may.giveBack && (
              <Button size="compact-sm" variant="default" onClick={() => setForm('back')}>
                {t('back.button')}
              </Button>
            )}
          </Group>
          {form === 'keep' && owner !== null && (
            <KeepForm customerId={customer.id} owner={owner.name} onClose={() => setForm(null)} />
          )}
          {form === 'back' && (
            <GiveBackForm customer={customer} onClose={() => setForm(null)} onDone={onGivenBack} />
          )}
        </Stack>
      )}
    </Loaded>
  )
}

/** Where the clock stands, as a sentence. */
function Clock({ state }: { state: State }) {
  const { t } = useTranslation('pool')
  const { day, fromToday } = useFormats()
  const { becauseOf } = usePoolWords()
  const on = (value: string) => ({ day: day(value), ago: fromToday(value) })
  switch (state.state) {
    case 'pool':
    case 'unlimited':
    case 'due':
      return <Text size="sm">{t(`protection.${state.state}`)}</Text>
    case 'announced':
      return (
        <Text size="sm" fw={600}>
          {t('protection.announced', on(state.returnsOn))}
        </Text>
      )
    case 'exempt': {
      const because = becauseOf(state.because)
      return (
        <Text size="sm">
          {state.until === null
            ? t('protection.exemptOpen', { because })
            : t('protection.exempt', { because, day: day(state.until) })}
        </Text>
      )
    }
    case 'protected':
      return (
        <div>
          <Text size="sm">
            {state.until === null
              ? t('protection.protectedOpen')
              : t('protection.protected', on(state.until))}
          </Text>
          {state.lastActivity !== null && (
            <Text size="xs" c="dimmed">
              {t('protection.last', { day: day(state.lastActivity) })}
            </Text>
          )}
        </div>
      )
  }
}
