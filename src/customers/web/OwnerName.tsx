import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import classes from './marks.module.css'

type Person = { id: string; name: string; colour: number }

/** Who is responsible: mark and name, or the company pool, hatched. */
export function OwnerName({ person }: { person: Person | null }) {
  const { t } = useTranslation('customers')
  if (person === null) {
    return (
      <Group gap={8} wrap="nowrap" className={classes['pool'] ?? ''}>
        <span className={classes['poolMark']} aria-hidden />
        <Text size="sm">{t('pool')}</Text>
      </Group>
    )
  }
  return (
    <Group gap={8} wrap="nowrap" miw={0}>
      <PersonMark name={person.name} colour={person.colour} size={22} />
      <Text size="sm" truncate>
        {person.name}
      </Text>
    </Group>
  )
}
