import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { RuleNumber } from '../../platform/web/ui/RuleNumber.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { invitationDays } from '../invitation.ts'
import { refreshCompany } from '../../platform/web/request/refresh-company.ts'

/** How long an invitation works, and what another number would mean for the next one. */
export function InvitationRule() {
  const query = api.useQuery('get', '/api/company/invitations')
  return <Loaded query={query}>{(rule) => <Rule key={rule.days} {...rule} />}</Loaded>
}

type Props = { days: number; version: number; mayChange: boolean }

function Rule({ days, version, mayChange }: Props) {
  const { t } = useTranslation('people')
  const { day, today } = useFormats()
  const [wanted, setWanted] = useState<string | number>(days)
  const { least, most } = invitationDays
  const number = Number(wanted)
  const fits = wanted !== '' && number >= least && number <= most
  const save = api.useMutation('patch', '/api/company/invitations', {
    onSuccess: async () => {
      await refreshCompany()
      say(t('invitationRule.saved'))
    },
    onError: sayProblem,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (fits) save.mutate({ body: { days: number, version } })
      }}
    >
      <Stack gap="sm">
        <RuleNumber
          sentence={(typed) => t('invitationRule.sentence', { days: typed })}
          value={wanted}
          onChange={setWanted}
          min={least}
          max={most}
          disabled={!mayChange}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {fits ? t('invitationRule.next', { day: day(addDays(today as Day, number)) }) : ' '}
        </Text>
        {mayChange && (
          <Group>
            <Button
              type="submit"
              variant="default"
              disabled={!fits || number === days}
              loading={save.isPending}
            >
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
