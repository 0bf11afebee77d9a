import { Checkbox, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { Found } from './types.ts'

export type Chosen = { contactIds: string[]; customerIds: string[]; documentIds: string[] }

type Props = { found: Found; chosen: Chosen; choose: (chosen: Chosen) => void; withDocuments: boolean }

/** What is kept about the person; what is theirs is chosen here, before anything is given out or erased. */
export function FoundOf({ found, chosen, choose, withDocuments }: Props) {
  const { t } = useTranslation('privacy')
  const { list } = useFormats()
  const toggle = (which: keyof Chosen, id: string) =>
    choose({
      ...chosen,
      [which]: chosen[which].includes(id)
        ? chosen[which].filter((one) => one !== id)
        : [...chosen[which], id],
    })
  const because = (by: readonly string[]) => t('matches', { by: list(by.map((one) => t(`by.${one}`))) })
  const nothing = found.contacts.length + found.outlets.length + found.mentions.length === 0
  if (nothing) return <Text>{t('nothingFound')}</Text>
  return (
    <Stack gap="md">
      {found.contacts.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2} size="h4">
            {t('found.contacts')}
          </Title>
          {found.contacts.map((contact) => (
            <Checkbox
              key={contact.id}
              checked={chosen.contactIds.includes(contact.id)}
              onChange={() => toggle('contactIds', contact.id)}
              label={t('found.contact', { name: contact.name, customer: contact.customer.name })}
              description={[
                [contact.phone, contact.email].filter(Boolean).join(' · '),
                because(contact.by),
                contact.notes > 0 ? t('found.notes', { count: contact.notes }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </Stack>
      )}
      {found.outlets.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2} size="h4">
            {t('found.outlets')}
          </Title>
          {found.outlets.map(({ customer, by }) => (
            <Checkbox
              key={customer.id}
              checked={chosen.customerIds.includes(customer.id)}
              onChange={() => toggle('customerIds', customer.id)}
              label={`${customer.name} (${customer.code})`}
              description={because(by)}
            />
          ))}
        </Stack>
      )}
      {withDocuments && found.documents.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2} size="h4">
            {t('found.documents')}
          </Title>
          {found.documents.map((document) => (
            <Checkbox
              key={document.id}
              checked={chosen.documentIds.includes(document.id)}
              onChange={() => toggle('documentIds', document.id)}
              label={document.name}
              description={document.customer.name}
            />
          ))}
        </Stack>
      )}
      {found.mentions.length > 0 && (
        <Stack gap={4} component="section">
          <Title order={2} size="h4">
            {t('found.mentions')}
          </Title>
          {found.mentions.map((mention) => (
            <Text key={`${mention.where} ${mention.customer?.id ?? ''}`} size="sm">
              {t(`mention.${mention.where}`, {
                count: mention.count,
                customer: mention.customer?.name ?? '',
              })}
            </Text>
          ))}
        </Stack>
      )}
      {found.staff.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('found.staff', { names: list(found.staff.map((one) => one.name)) })}
        </Text>
      )}
    </Stack>
  )
}
