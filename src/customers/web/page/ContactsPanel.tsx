import { Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ContactForm } from './ContactForm.tsx'
import { ContactItem } from './ContactItem.tsx'
import type { Contact, PanelProps } from './customer.ts'
import classes from './page.module.css'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { PanelButton } from '../../../platform/web/ui/PanelButton.tsx'

/** The people at the outlet, the person in charge first. */
export function ContactsPanel({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  const [edited, edit] = useState<Contact | 'new' | null>(null)
  const contacts = customer.contacts.toSorted(
    (a, b) => Number(b.inCharge) - Number(a.inCharge) || a.name.localeCompare(b.name),
  )
  return (
    <Panel
      title={t('contacts')}

      action={
        customer.may.change && (
          <PanelButton icon={<IconPlus size={14} aria-hidden />} onClick={() => edit('new')}>
            {t('contact.add')}
          </PanelButton>
        )
      }
    >
      {contacts.length === 0 && <Text c="dimmed">{t('contact.none')}</Text>}
      <ul className={classes['people']}>
        {contacts.map((contact) => (
          <ContactItem key={contact.id} contact={contact} customer={customer} onEdit={() => edit(contact)} />
        ))}
      </ul>
      {edited !== null && (
        <ContactForm
          customer={customer}
          contact={edited === 'new' ? null : edited}
          onClose={() => edit(null)}
        />
      )}
    </Panel>
  )
}
