import { Alert, Anchor, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import classes from '../map/map.module.css'
import type { Registration } from './useRegister.ts'

/** Customers that are probably the one being typed (rule 1.7): one press leads to it instead of making it twice. */
export function Similar({ registration, to }: { registration: Registration; to: (id: string) => string }) {
  const { t } = useTranslation('customers')
  const found = useSimilar(registration)
  // Once the server has asked which one it is, the question stands there instead.
  if (found.length === 0 || registration.doubt !== null) return null
  return (
    <Alert variant="default" title={t('similar.title', { count: found.length })} aria-live="polite">
      <ul className={classes['items']}>
        {found.map(({ id, name, city, customer, owner }) => (
          <li key={id}>
            {customer === null ? (
              <Text size="sm">
                {t('similar.named', { name, city: city ?? '–', owner: owner?.name ?? t('pool') })}
              </Text>
            ) : (
              <>
                <Text size="sm" fw={600}>
                  {customer.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {[customer.code, customer.street, customer.city, owner?.name].filter(Boolean).join(' · ')}
                </Text>
                <Anchor component={Link} to={to(customer.id)} size="sm">
                  {t('similar.same')}
                </Anchor>
              </>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** Customers that are probably the one being typed, as far as they are known by now. */
export function useSimilar({ form, place, inCharge }: Registration) {
  const { name, legalName, taxId, phone, street, postalCode, city, country } = form.values
  const typed = {
    name: name.trim(),
    ...orLeftOut({ legalName, taxId, street, postalCode, city }),
    ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
    phones: [phone, inCharge.phone].map((text) => text.trim()).filter((text) => text.length > 5),
    ...place,
  }
  const [draft] = useDebouncedValue(typed, 350)
  const query = useQuery({
    queryKey: ['post', '/api/customers/similar', draft],
    enabled: draft.name.length > 2 || draft.phones.length > 0,
    queryFn: async () => {
      const { data, error } = await request.POST('/api/customers/similar', { body: draft })
      if (data === undefined) throw error
      return data.found
    },
    placeholderData: (before) => before,
    staleTime: 30_000,
  })
  return query.isEnabled ? (query.data ?? []) : []
}

function orLeftOut<T extends Record<string, string>>(texts: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()])
      .filter(([, text]) => text !== ''),
  ) as Partial<T>
}
