import { Button } from '@mantine/core'
import { IconMail, IconPhone, IconRoute } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PanelProps } from './customer.ts'
import classes from './page.module.css'

/** In the field, by the thumb: call, write, go there. Only what is known is offered. */
export function ReachBar({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  const inCharge = customer.contacts.find((contact) => contact.inCharge)
  const phone = [inCharge?.phoneE164, inCharge?.phone, customer.phoneE164, customer.phone].find((text) =>
    /\d/.test(text ?? ''),
  )
  const email = inCharge?.email ?? customer.email
  const { location } = customer
  if (phone === undefined && email === null && location === null) return null
  return (
    <div className={classes['reach']}>
      {phone !== undefined && (
        <Button
          component="a"
          href={`tel:${phone}`}
          variant="light"
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          {t('reach.call')}
        </Button>
      )}
      {email !== null && email !== undefined && (
        <Button
          component="a"
          href={`mailto:${email}`}
          variant="light"
          leftSection={<IconMail size={18} aria-hidden />}
        >
          {t('reach.write')}
        </Button>
      )}
      {location !== null && location.locatedBy !== 'approximate' && (
        <Button
          component="a"
          href={routeTo(location, customer.name)}
          variant="light"
          leftSection={<IconRoute size={18} aria-hidden />}
        >
          {t('reach.go')}
        </Button>
      )}
    </div>
  )
}

/** Opens the phone's own map app; Apple's know no geo: addresses. */
function routeTo({ latitude, longitude }: { latitude: number; longitude: number }, name: string): string {
  const at = `${latitude},${longitude}`
  return /iPhone|iPad|Macintosh/.test(navigator.userAgent)
    ? `maps://?daddr=${at}`
    : `geo:${at}?q=${at}(${encodeURIComponent(name)})`
}
