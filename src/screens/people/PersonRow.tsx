import { Badge, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Load } from '../../people/web/Load.tsx'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import type { PersonSummary } from '../../people/web/types.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'
import classes from './people.module.css'

type Props = {
  person: PersonSummary
  on?: string | undefined
  before?: ReactNode
  /** What more there is to say of what they carry. */
  carries?: ReactNode
}

/** One person in the tree or the list: who, which post, what they carry, since when. */
export function PersonRow({ person, on, before, carries }: Props) {
  const { t } = useTranslation('people')
  const { day, fromToday } = useFormats()
  const facts = [person.title, person.teamName].filter((fact) => fact !== null && fact !== '').join(' · ')
  return (
    <div className={classes['row']}>
      {before}
      <PersonMark name={person.name} colour={person.colour} />
      <div className={classes['who']}>
        <Group gap="xs">
          <TextLink
            to={paths.person}
            params={{ personId: person.id }}
            search={on === undefined ? {} : { on }}
            fw={550}
            c="inherit"
          >
            {person.name}
          </TextLink>
          {person.presence !== 'present' && (
            <Badge variant="light" color="gray" size="sm">
              {t(`presence.${person.presence}`)}
            </Badge>
          )}
          {person.access === 'invited' && (
            <Badge variant="light" size="sm">
              {t('access.invited')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {facts}
        </Text>
      </div>
      <div className={classes['load']}>
        <Load load={person.load} />
        {carries}
      </div>
      <Text size="sm" c="dimmed" className={classes['since']}>
        {person.hiredOn !== null && (
          <span title={day(person.hiredOn)}>{t('since', { when: fromToday(person.hiredOn) })}</span>
        )}
      </Text>
    </div>
  )
}
