import { Alert, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { Channels } from './Channels.tsx'
import type { CustomerCoverage as Covered } from './coverage-types.ts'
import { KnowerItem } from './KnowerItem.tsx'
import classes from './CustomerCoverage.module.css'

/** Who really knows a customer, since when, which channels reach it, and what is missing (rule 2.6). For its page. */
export function CustomerCoverage({ customerId, name }: { customerId: string; name: string }) {
  const query = api.useQuery('get', '/api/customers/{id}/coverage', {
    params: { path: { id: customerId } },
  })
  return (
    <Loaded query={query}>
      {(covered) => (
        <Stack gap="sm">
          <Knowing covered={covered} />
          <Channels covered={covered} name={name} />
          <Missing covered={covered} />
        </Stack>
      )}
    </Loaded>
  )
}

function Knowing({ covered }: { covered: Covered }) {
  const { t } = useTranslation('coverage')
  const { knowers, knownBy, alone, settings, sources } = covered
  const [first] = knowers
  const only = t(alone ? 'card.alone' : 'card.one', { name: first?.name })
  return (
    <div>
      <Text fw={knownBy === 1 ? 600 : undefined}>
        {knownBy === 0 && t('card.nobody', { count: settings.months, months: settings.months })}
        {knownBy === 1 && only}
        {knownBy > 1 && t('card.several', { count: knownBy })}
      </Text>
      {knowers.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(sources.includes('orders') ? 'card.proof' : 'card.noProof')}
        </Text>
      )}
      <ul className={classes['list']}>
        {knowers.slice(0, 5).map((knower) => (
          <KnowerItem key={knower.personId} knower={knower} />
        ))}
      </ul>
    </div>
  )
}

function Missing({ covered }: { covered: Covered }) {
  const { t } = useTranslation('coverage')
  const { list } = useFormats()
  if (covered.missing.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('card.enough')}
      </Text>
    )
  }
  return (
    <Alert variant="light" p="sm">
      {t('card.missing', { missing: list(covered.missing.map((need) => t(`need.${need}`))) })}
    </Alert>
  )
}
