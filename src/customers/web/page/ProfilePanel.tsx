import { Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { addressText } from '../../address-text.ts'
import { phoneText } from '../../phone-text.ts'
import { useChannelName } from '../useChannelName.ts'
import { closureText } from './closure-text.ts'
import type { PanelProps } from './customer.ts'
import { type Fact, Facts } from './Facts.tsx'
import { Hours } from './Hours.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { PanelButton } from '../../../platform/web/ui/PanelButton.tsx'

/** What the outlet is and how it is reached. */
export function ProfilePanel({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  const [withAuthors, showAuthors] = useState(false)
  const facts = useFacts(customer)
  return (
    <Panel
      title={t('profile')}

      action={
        <PanelButton
          icon={<IconHistory size={14} aria-hidden />}
          pressed={withAuthors}
          onClick={() => showAuthors(!withAuthors)}
        >
          {t('authors')}
        </PanelButton>
      }
    >
      <Stack>
        <Facts customer={customer} facts={facts} withAuthors={withAuthors} />
        {customer.tags.length > 0 && (
          <Group gap={6}>
            {customer.tags.map((tag) => (
              <Badge key={tag} variant="default" tt="none" fw={500}>
                {tag}
              </Badge>
            ))}
          </Group>
        )}
        {customer.note !== null && <Text style={{ whiteSpace: 'pre-line' }}>{customer.note}</Text>}
      </Stack>
    </Panel>
  )
}

function useFacts(customer: PanelProps['customer']): Fact[] {
  const { t, i18n } = useTranslation('customer')
  const { money, number, day } = useFormats()
  const channelName = useChannelName()
  const { country, creditLimit: limit, paymentDays, channel, openingHours, visitHours, closures } = customer
  const land = country === null ? null : new Intl.DisplayNames(i18n.language, { type: 'region' }).of(country)
  return [
    { field: 'street', value: addressText(customer, land ?? null) },
    {
      field: 'phone',
      value: linkTo(
        'tel',
        customer.phoneE164 ?? customer.phone,
        phoneText(customer.phoneE164) ?? customer.phone,
      ),
    },
    { field: 'email', value: linkTo('mailto', customer.email) },
    { field: 'website', value: customer.website === null ? null : <Website address={customer.website} /> },
    { field: 'fax', value: customer.fax },
    { field: 'channel', value: channel === null ? null : channelName(channel) },
    { field: 'territoryId', value: customer.territory?.name },
    { field: 'legalName', value: customer.legalName },
    { field: 'taxId', value: customer.taxId },
    { field: 'creditLimit', value: limit === null ? null : money(limit.minor, limit.currency) },
    {
      field: 'paymentDays',
      value: paymentDays === null ? null : t('days', { count: paymentDays, shown: number(paymentDays) }),
    },
    { field: 'openingHours', value: hasSome(openingHours) ? <Hours hours={openingHours} /> : null },
    { field: 'visitHours', value: hasSome(visitHours) ? <Hours hours={visitHours} /> : null },
    {
      field: 'closures',
      value: hasSome(closures) ? closures.map((one) => closureText(one, i18n.language)).join(', ') : null,
    },
    { field: 'registeredOn', value: day(customer.registeredOn) },
  ]
}

function hasSome<T>(list: readonly T[] | null): list is readonly T[] & T[] {
  return list !== null && list.length > 0
}

function linkTo(scheme: 'tel' | 'mailto', address: string | null, shown = address) {
  return address === null ? null : <Anchor href={`${scheme}:${address}`}>{shown}</Anchor>
}

/** Only web addresses become links: a typed `javascript:` stays text. */
function Website({ address }: { address: string }) {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`
  if (!/^https?:\/\/[\w.-]+\.[a-z]{2,}(?:[/?#:]|$)/i.test(whole)) return address
  return (
    <Anchor href={whole} target="_blank" rel="noreferrer noopener">
      {address}
    </Anchor>
  )
}
