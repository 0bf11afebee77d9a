import { Button, Checkbox, Fieldset, Group, Paper, Stack, Switch, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api, request } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { refreshCompany } from '../../platform/web/request/refresh-company.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { RuleNumber } from '../../platform/web/ui/RuleNumber.tsx'
import { tierKeys } from '../../pool/rules.ts'
import { weekDays } from '../../customers/weekly-pattern.ts'

type Rules = components['schemas']['CadenceRules']
type Tier = Rules['tiers']['A']
/** As it is typed: a number is empty for a moment. */
type TierDraft = { on: boolean; weeks: number | string; longest: number | string }
type Draft = {
  tiers: Record<(typeof tierKeys)[number], TierDraft>
  numbers: Record<'visitsADay' | 'otherEvery' | 'sponsorMonths', number | string>
  workdays: number[]
}

/** How often customers are visited, as sentences with their numbers, and what a change would do. */
export function CadenceForm() {
  const query = api.useQuery('get', '/api/company/cadence')
  return (
    <Loaded query={query}>
      {({ rules, ...more }) => <Form key={JSON.stringify(rules)} rules={rules} {...more} />}
    </Loaded>
  )
}

const draftOf = ({ tiers, workdays, ...numbers }: Rules): Draft => ({ tiers, workdays, numbers })
const isNumber = (typed: number | string): typed is number => typeof typed === 'number'

function tierOf({ on, weeks, longest }: TierDraft): Tier | null {
  return isNumber(weeks) && isNumber(longest) && longest >= weeks ? { on, weeks, longest } : null
}
function rulesOf({ tiers, numbers, workdays }: Draft): Rules | null {
  const [A, B, C, none] = tierKeys.map((tier) => tierOf(tiers[tier]))
  const { visitsADay, otherEvery, sponsorMonths } = numbers
  if (!A || !B || !C || !none || workdays.length === 0) return null
  if (!isNumber(visitsADay) || !isNumber(otherEvery) || !isNumber(sponsorMonths)) return null
  return { tiers: { A, B, C, none }, workdays: workdays.toSorted(), visitsADay, otherEvery, sponsorMonths }
}

type Props = { rules: Rules; version: number; mayChange: boolean }

function Form({ rules, version, mayChange }: Props) {
  const { t } = useTranslation(['planning', 'customer'])
  const { weekdayName } = useWeekdayNames()
  const [draft, setDraft] = useState(() => draftOf(rules))
  const wanted = rulesOf(draft)
  const save = api.useMutation('put', '/api/company/cadence', {
    onSuccess: async () => {
      await refreshCompany()
      say(t('rules.saved'))
    },
    onError: sayProblem,
  })
  const setTier = (tier: (typeof tierKeys)[number], part: Partial<TierDraft>) =>
    setDraft((now) => ({ ...now, tiers: { ...now.tiers, [tier]: { ...now.tiers[tier], ...part } } }))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== null) save.mutate({ body: { rules: wanted, version } })
      }}
      noValidate
    >
      <Stack>
        {tierKeys.map((tier) => {
          const own = draft.tiers[tier]
          const isShort = isNumber(own.weeks) && isNumber(own.longest) && own.longest < own.weeks
          return (
            <Fieldset
              key={tier}
              legend={tier === 'none' ? t('rules.noTier') : t('rules.tier', { tier })}
              disabled={!mayChange}
            >
              <Group gap="md" align="start">
                <Switch
                  label={t('rules.on')}
                  checked={own.on}
                  onChange={(event) => setTier(tier, { on: event.currentTarget.checked })}
                  mt={7}
                />
                <RuleNumber
                  sentence={(weeks) => t('rules.weeks', { weeks })}
                  value={own.weeks}
                  onChange={(weeks) => setTier(tier, { weeks })}
                  min={1}
                  max={52}
                  disabled={!mayChange || !own.on}
                />
                <RuleNumber
                  sentence={(weeks) => t('rules.longest', { weeks })}
                  value={own.longest}
                  onChange={(longest) => setTier(tier, { longest })}
                  min={1}
                  max={52}
                  disabled={!mayChange || !own.on}
                  error={isShort ? t('rules.tooShort') : undefined}
                />
              </Group>
            </Fieldset>
          )
        })}
        {(['visitsADay', 'otherEvery', 'sponsorMonths'] as const).map((name) => (
          <RuleNumber
            key={name}
            sentence={(count) => t(`rules.${name}`, { count: count as never })}
            value={draft.numbers[name]}
            onChange={(typed) => setDraft((now) => ({ ...now, numbers: { ...now.numbers, [name]: typed } }))}
            min={name === 'otherEvery' ? 2 : 1}
            max={name === 'visitsADay' ? 40 : 24}
            disabled={!mayChange}
          />
        ))}
        <Checkbox.Group
          label={t('rules.workdays')}
          value={draft.workdays.map(String)}
          onChange={(days) => setDraft((now) => ({ ...now, workdays: days.map(Number) }))}
        >
          <Group mt={6}>
            {weekDays.map((day) => (
              <Checkbox key={day} value={String(day)} label={weekdayName(day)} disabled={!mayChange} />
            ))}
          </Group>
        </Checkbox.Group>
        {mayChange && <Tried rules={wanted} />}
        {mayChange && (
          <Group>
            <Button type="submit" variant="default" disabled={wanted === null} loading={save.isPending}>
              {t('rules.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}

/** Names of the weekdays, Monday 1, in the reader's language. */
function useWeekdayNames() {
  const { i18n } = useTranslation()
  const names = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return { weekdayName: (day: number) => names.format(Date.UTC(2024, 0, day)) }
}

/** What the rules that are being typed would ask of everybody; nothing changes by looking. */
function Tried({ rules }: { rules: Rules | null }) {
  const { t } = useTranslation('planning')
  const { number } = useFormats()
  const [settled] = useDebouncedValue(rules, 400)
  const { data, isError } = useQuery({
    queryKey: ['post', '/api/company/cadence/try', settled],
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      if (settled === null) throw new Error('no rules to try')
      const { data: tried, error } = await request.POST('/api/company/cadence/try', {
        body: { rules: settled },
      })
      if (tried === undefined) throw error
      return tried
    },
  })
  const whole = (visits: number) => number(Math.max(0, Math.ceil(visits - 1e-6)))
  return (
    <Paper component="section" p="md" withBorder aria-label={t('try.title')} aria-live="polite" mih="7rem">
      <Text fw={600}>{t('try.title')}</Text>
      {data === undefined ? (
        <Text size="sm" c="dimmed">
          {t(isError ? 'try.failed' : 'try.counting')}
        </Text>
      ) : (
        <Text>
          {[
            t('try.text', {
              needed: whole(data.tried.needed),
              made: whole(data.tried.made),
              neededNow: whole(data.now.needed),
              madeNow: whole(data.now.made),
            }),
            data.tried.stretched > 0 && t('try.stretched', { count: data.tried.stretched }),
            data.tried.missing > 1e-6 && t('try.missing', { count: Math.ceil(data.tried.missing - 1e-6) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Text>
      )}
    </Paper>
  )
}
