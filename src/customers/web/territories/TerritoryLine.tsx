import { ActionIcon, Group, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { TextLink } from '../../../platform/web/ui/links.tsx'
import { type Territory, salespeopleOf } from './territory.ts'
import classes from './territories.module.css'
import { useCoversText } from './useCoversText.ts'

type Props = {
  territory: Territory
  /** The list of its customers; absent for those who see none. */
  customersAt: string | undefined
  /** Whether the number counts only what the asker sees. */
  onlySeen: boolean
  /** Absent for those who may not change territories. */
  onChange: (() => void) | undefined
  onRemove: (() => void) | undefined
}

/** One territory: what falls into it, who keeps it, who sells there, how many customers it has. */
export function TerritoryLine({ territory, customersAt, onlySeen, onChange, onRemove }: Props) {
  const { t } = useTranslation('territories')
  const { number } = useFormats()
  const coversText = useCoversText()
  const { id, name, steward, covers, customers } = territory
  const salespeople = salespeopleOf(territory)
  const counted = t(onlySeen ? 'customersSeen' : 'customers', {
    count: customers,
    customers: number(customers),
  })
  return (
    <li className={classes['territory']}>
      <div className={classes['what']}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {coversText(covers)}
        </Text>
      </div>
      <dl className={classes['who']}>
        <div>
          <dt>{t('steward')}</dt>
          <dd>{steward === null ? <Text c="dimmed">{t('noSteward')}</Text> : <Person {...steward} />}</dd>
        </div>
        <div>
          <dt>{t('salespeople')}</dt>
          <dd>
            {salespeople.length === 0 && <Text c="dimmed">{t('nobody')}</Text>}
            <Group gap="sm">
              {salespeople.map((person) => (
                <Person key={person.id} {...person} />
              ))}
            </Group>
          </dd>
        </div>
      </dl>
      <div className={classes['number']}>
        {customersAt !== undefined && customers > 0 && (
          <TextLink to={customersAt} search={{ territory: [id] }}>
            {counted}
          </TextLink>
        )}
        {customersAt !== undefined && customers === 0 && <Text c="dimmed">{counted}</Text>}
      </div>
      <Group gap={4} wrap="nowrap" className={classes['actions'] ?? ''}>
        {onChange !== undefined && (
          <ActionIcon variant="subtle" size="lg" aria-label={t('change', { name })} onClick={onChange}>
            <IconPencil size={18} />
          </ActionIcon>
        )}
        {onRemove !== undefined && (
          <ActionIcon
            variant="subtle"
            size="lg"
            color="red"
            aria-label={t('remove', { name })}
            onClick={onRemove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Group>
    </li>
  )
}

function Person({ name, colour }: { name: string; colour: number }) {
  return (
    <Group gap={6} wrap="nowrap">
      <PersonMark name={name} colour={colour} size={22} />
      <span>{name}</span>
    </Group>
  )
}
