import { ActionIcon, Anchor, Badge, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { phoneText } from '../../phone-text.ts'
import type { Contact, PanelProps } from './customer.ts'
import { useContactActions } from './useContactActions.ts'

type Props = PanelProps & { contact: Contact; onEdit: () => void }

/** One person at the outlet: what part they have, how they are reached. */
export function ContactItem({ contact, customer, onEdit }: Props) {
  const { t } = useTranslation('customer')
  const actions = useContactActions(customer, contact)
  const parts = contact.parts.map((part) => t(`part.${part}`))
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Group gap={8}>
            <Text fw={600}>{contact.name}</Text>
            {contact.inCharge && (
              <Badge size="sm" variant="light" tt="none">
                {t('inCharge')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {[contact.title, ...parts].filter(Boolean).join(' · ')}
          </Text>
          <Group gap="2px 16px">
            {contact.phone !== null && !/\d/.test(contact.phone) && <Text size="sm">{contact.phone}</Text>}
            {contact.phone !== null && /\d/.test(contact.phone) && (
              <Anchor size="sm" href={`tel:${contact.phoneE164 ?? contact.phone}`}>
                {phoneText(contact.phoneE164) ?? contact.phone}
              </Anchor>
            )}
            {contact.email !== null && (
              <Anchor size="sm" href={`mailto:${contact.email}`} style={{ overflowWrap: 'anywhere' }}>
                {contact.email}
              </Anchor>
            )}
            {contact.messaging !== null && <Text size="sm">{contact.messaging}</Text>}
          </Group>
        </div>
        {customer.may.change && (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('contact.more', { name: contact.name })}
              >
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={onEdit}>{t('contact.edit')}</Menu.Item>
              {!contact.inCharge && (
                <Menu.Item onClick={actions.putInCharge}>{t('contact.putInCharge')}</Menu.Item>
              )}
              <Menu.Item color="red" onClick={actions.remove}>
                {t('contact.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </li>
  )
}
