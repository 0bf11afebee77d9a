import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { IconExternalLink, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { VerdictMark } from '../VerdictMark.tsx'
import type { Visit } from '../types.ts'
import { useVisitWords } from '../useVisitWords.ts'

/** Who goes where and when, and what is known of it so far. */
export function Where({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits')
  const { weekday, instant } = useFormats()
  const { hourOf } = useVisitWords()
  const { customer, person, checkIn, checkOut } = visit
  const day = visit.visitedOn ?? visit.plannedOn
  const address = [customer.street, customer.city].filter(Boolean).join(', ')
  const place = customer.latitude === null ? null : `${customer.latitude},${customer.longitude}`
  return (
    <Paper p="md" component="section" aria-label={t('page.about')}>
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap">
          <PersonMark name={person.name} colour={person.colour} />
          <Text fw={600}>
            {[person.name, day === null ? null : weekday(day), hourOf(visit)].filter(Boolean).join(' · ')}
          </Text>
        </Group>
        {address !== '' && <Text size="sm">{address}</Text>}
        {place !== null && (
          <Anchor href={`geo:${place}?q=${place}`} size="sm">
            <Group gap={4} component="span">
              <IconExternalLink size={14} aria-hidden />
              {t('page.way')}
            </Group>
          </Anchor>
        )}
        {visit.purpose !== null && <Text size="sm">{t('page.purpose', { purpose: visit.purpose })}</Text>}
        {visit.plannedBy !== null && visit.plannedBy.id !== person.id && (
          <Text size="sm" c="dimmed">
            {t('page.plannedBy', { name: visit.plannedBy.name })}
          </Text>
        )}
        {[checkIn, checkOut].map(
          (check, at) =>
            check !== null && (
              <Group key={at === 0 ? 'in' : 'out'} gap="xs">
                <Text size="sm">{t(at === 0 ? 'page.in' : 'page.out', { at: instant(check.at) })}</Text>
                <VerdictMark verdict={check.verdict} />
                {check.distanceM !== null && (
                  <Text size="xs" c="dimmed">
                    {t('page.distance', { metres: check.distanceM, accuracy: check.accuracyM ?? 0 })}
                  </Text>
                )}
              </Group>
            ),
        )}
        {checkIn?.verdict === 'out-of-range' && (
          <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} />} p="xs">
            {t('page.outOfRange')}
          </Alert>
        )}
        {visit.state === 'cancelled' && (
          <Alert variant="light" color="gray" title={t('state.cancelled')}>
            {visit.cancelCause === 'pool'
              ? t('page.waitsForOwner')
              : [visit.cancelledBy?.name, visit.cancelReason].filter(Boolean).join(': ')}
          </Alert>
        )}
      </Stack>
    </Paper>
  )
}
