import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Line } from '../../../platform/web/ui/Lines.tsx'
import { ButtonLink } from '../../../platform/web/ui/links.tsx'
import type { CaseInBrief } from './types.ts'
import { useNextWords } from './useNextWords.ts'

/** A case in the list: about which customer, between whom, and whose turn it is. */
export function CaseLine({ one, to }: { one: CaseInBrief; to: string }) {
  const { t } = useTranslation('collisions')
  const { list } = useFormats()
  const words = useNextWords()
  const name = [one.customer.name, one.customer.city].filter(Boolean).join(', ')
  return (
    <Line
      title={
        <Group gap={8} wrap="wrap">
          <Text span fw={600}>
            {name}
          </Text>
          <StageBadge stage={one.stage} />
          {one.next?.mine === true && <Badge size="sm">{t('yourTurn')}</Badge>}
        </Group>
      }
      detail={
        <>
          <Group component="span" gap={6} my={4} display="flex">
            {one.claimants.map((person) => (
              <PersonMark key={person.id} name={person.name} colour={person.colour} size={20} />
            ))}
            <span>{t('between', { names: list(one.claimants.map((person) => person.name)) })}</span>
          </Group>
          {words(one)}
        </>
      }
      action={
        <ButtonLink
          to={to}
          size="sm"
          variant={one.next?.mine === true ? 'light' : 'default'}
          aria-label={t('openOf', { name })}
        >
          {t('open')}
        </ButtonLink>
      }
    />
  )
}

/** Where a case stands. */
export function StageBadge({ stage }: { stage: CaseInBrief['stage'] }) {
  const { t } = useTranslation('collisions')
  const isOpen = stage === 'open' || stage === 'appealed'
  return (
    <Badge size="sm" radius="sm" variant={isOpen ? 'light' : 'default'}>
      {t(`stage.${stage}`)}
    </Badge>
  )
}
