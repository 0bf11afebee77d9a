import { Alert, Anchor, Badge, Group, Text } from '@mantine/core'
import { IconArrowsExchange, IconEdit } from '@tabler/icons-react'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PersonCoverage } from '../../ownership/web/PersonCoverage.tsx'
import { AccessPanel } from '../../people/web/AccessPanel.tsx'
import { Agreements } from '../../people/web/Agreements.tsx'
import { Leaving } from '../../people/web/Leaving.tsx'
import { Load } from '../../people/web/Load.tsx'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { Posts } from '../../people/web/Posts.tsx'
import type { Person } from '../../people/web/types.ts'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { ButtonLink, TextLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'
import { dayOfSearch } from './search.ts'

export function PersonScreen() {
  const { personId: id = '' } = useParams({ strict: false })
  const { on } = dayOfSearch(useSearch({ strict: false }))
  const query = api.useQuery('get', '/api/people/{id}', {
    params: { path: { id }, query: on === undefined ? {} : { on } },
  })
  return <Loaded query={query}>{(person) => <PersonPage person={person} on={on} />}</Loaded>
}

type Props = { person: Person; on: string | undefined }

/** Who somebody is: their post, their place in the tree, what they carry, how they come in. */
function PersonPage({ person, on }: Props) {
  const { t } = useTranslation(['people', 'coverage'])
  const may = useMay()
  const { day } = useFormats()
  const { leftOn } = person
  return (
    <>
      <PageHeader
        title={person.name}
        subtitle={[person.title, person.teamName].filter((fact) => fact !== null && fact !== '').join(' · ')}
        crumbs={[{ label: t('title'), to: paths.people }]}
        mark={<PersonMark name={person.name} colour={person.colour} size={40} />}
        actions={
          <>
            {person.mayChange !== 'no' && (
              <ButtonLink
                to={paths.editPerson}
                params={{ personId: person.id }}
                variant="default"
                leftSection={<IconEdit size={16} />}
              >
                {t('edit.button')}
              </ButtonLink>
            )}
            {may('customers.assign') && person.load !== null && person.load.owner > 0 && (
              <ButtonLink
                to={paths.newTransfer}
                search={{ book: person.id }}
                variant="default"
                leftSection={<IconArrowsExchange size={16} />}
              >
                {t('handOver')}
              </ButtonLink>
            )}
            {person.mayChange === 'all' && <Leaving person={person} />}
          </>
        }
      />
      {on !== undefined && (
        <Alert variant="light" mb="md">
          {t('on.banner', { day: day(on) })}
        </Alert>
      )}
      {leftOn !== null && (
        <Alert variant="light" color="gray" mb="md">
          {t(person.presence === 'left' ? 'left' : 'leaves', { day: day(leftOn) })}
        </Alert>
      )}
      <Section title={t('about')}>
        <About person={person} />
      </Section>
      <Section title={t('posts.title')} text={t('posts.text')}>
        <Posts person={person} />
      </Section>
      <Section title={t('team.title')}>
        <People label={t('team.above')} people={person.managers} on={on} />
        <People label={t('team.below', { count: person.below })} people={person.team} on={on} />
      </Section>
      {person.load !== null && (
        <Section title={t('load.title')}>
          <Load load={person.load} />
          {may('customers.read') && person.load.owner > 0 && (
            <TextLink to={paths.customers} search={{ owner: [person.id] }}>
              {t('load.book', { name: person.name })}
            </TextLink>
          )}
          <Text size="sm" c="dimmed">
            {t('load.others', { backup: person.load.backup, sponsor: person.load.sponsor })}
          </Text>
        </Section>
      )}
      {may('customers.read') && on === undefined && person.presence === 'present' && (
        <Section title={t('coverage:person.title')} text={t('coverage:person.text')}>
          <PersonCoverage
            id={person.id}
            link={
              <TextLink to={paths.coverage} search={{ person: person.id }} size="sm">
                {t('coverage:person.open')}
              </TextLink>
            }
          />
        </Section>
      )}
      {person.agreements !== null && (
        <Section title={t('agreements.title')} text={t('agreements.text')}>
          <Agreements person={person} />
        </Section>
      )}
      <Section title={t('access.title')} text={t('access.text')}>
        <AccessPanel person={person} />
      </Section>
    </>
  )
}

function People({ label, people, on }: { label: string; people: Person['team']; on: string | undefined }) {
  const { t } = useTranslation('people')
  return (
    <div>
      <Text size="sm" c="dimmed" mb={4}>
        {label}
      </Text>
      {people.length === 0 ? (
        <Text>{t('team.nobody')}</Text>
      ) : (
        <Group gap="sm">
          {people.map((one) => (
            <Group key={one.id} gap={6} wrap="nowrap">
              <PersonMark name={one.name} colour={one.colour} size={22} />
              <TextLink
                to={paths.person}
                params={{ personId: one.id }}
                search={on === undefined ? {} : { on }}
              >
                {one.name}
              </TextLink>
            </Group>
          ))}
        </Group>
      )}
    </div>
  )
}

function Reach({ by, to }: { by: 'tel' | 'mailto'; to: string }) {
  return <Anchor href={`${by}:${to}`}>{to}</Anchor>
}

function About({ person }: { person: Person }) {
  const { t, i18n } = useTranslation('people')
  const { day, fromToday } = useFormats()
  const spoken = new Intl.DisplayNames(i18n.language, { type: 'language' })
  const facts = [
    ['phone', person.phone === null ? null : <Reach key="phone" by="tel" to={person.phone} />],
    ['email', person.email === null ? null : <Reach key="email" by="mailto" to={person.email} />],
    ['city', person.city],
    ['hiredOn', person.hiredOn === null ? null : `${day(person.hiredOn)} · ${fromToday(person.hiredOn)}`],
    ['code', person.code],
    ['languages', person.languages.map((code) => spoken.of(code) ?? code).join(', ')],
    ['territories', person.territories.map((one) => one.name).join(', ')],
  ] as const
  return (
    <>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <Text size="sm" c="dimmed">
              {t(`field.${name}`)}
            </Text>
            <Text component="div">{value}</Text>
          </div>
        ))}
      {person.skills.length > 0 && (
        <Group gap="xs">
          {person.skills.map((skill) => (
            <Badge key={skill} variant="light" color="gray" tt="none">
              {skill}
            </Badge>
          ))}
        </Group>
      )}
    </>
  )
}
