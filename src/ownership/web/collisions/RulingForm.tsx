import { Button, Group, NativeSelect, Radio, Stack, Switch, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { FormProblem } from '../../../platform/web/ui/FormProblem.tsx'
import { type RulingReason, rulingReasons } from '../../collision.ts'
import { SplitFields } from './SplitFields.tsx'
import type { Case } from './types.ts'
import { useCaseAct } from './useCaseAct.ts'

type Props = { one: Case; act: 'rule' | 'decide'; done: () => void }

/** The reason that goes with what the rule proposes. */
function reasonOf(because: NonNullable<Case['proposal']>['because'] | undefined): RulingReason {
  if (because === 'customer-choice') return because
  return because === 'earliest-complete' || because === 'only-complete' ? 'earliest-complete' : 'other'
}

/** Whose the customer is, why, and whose the credit for some orders is (rule 2.3). */
export function RulingForm({ one, act, done }: Props) {
  const { t } = useTranslation('collisions')
  const { today } = useMe()
  const { day } = useFormats()
  const sides = one.claims.filter(({ withdrawn }) => !withdrawn).map(({ person }) => person)
  const { proposal } = one
  const [ownerId, setOwner] = useState(proposal?.person.id ?? sides[0]?.id ?? '')
  const [reason, setReason] = useState<RulingReason>(reasonOf(proposal?.because))
  const [words, setWords] = useState('')
  const [isSplit, setSplit] = useState(false)
  const equal = String(Math.round(10_000 / sides.length) / 100)
  const [split, changeSplit] = useState({
    shares: Object.fromEntries(sides.map(({ id }) => [id, sides.length === 3 ? '1/3' : equal])),
    from: today,
    until: '',
  })
  const { act: run, busy, problem } = useCaseAct(done)
  const params = { path: { id: one.id } }
  const body = {
    ownerId,
    reason,
    words,
    seen: one.seen,
    ...(isSplit
      ? {
          split: {
            parts: Object.entries(split.shares)
              .map(([personId, share]) => ({ personId, share: share.trim().replace(',', '.') }))
              .filter(({ share }) => share !== '' && share !== '0'),
            from: split.from,
            until: split.until === '' ? null : split.until,
          },
        }
      : {}),
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void run(() =>
          act === 'rule'
            ? request.POST('/api/collisions/{id}/rule', { params, body })
            : request.POST('/api/collisions/{id}/decide', { params, body }),
        )
      }}
    >
      <Stack gap="md">
        <Radio.Group label={t('ruling.whose')} value={ownerId} onChange={setOwner} required>
          <Stack gap={8} mt={6}>
            {sides.map(({ id, name }) => (
              <Radio
                key={id}
                value={id}
                label={name}
                description={proposal?.person.id === id ? t('ruling.proposed') : undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <NativeSelect
          label={t('ruling.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as RulingReason)}
          data={rulingReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <Textarea
          label={t('ruling.words')}
          description={t('ruling.wordsText')}
          required
          autosize
          minRows={3}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Switch
          label={t('ruling.split')}
          checked={isSplit}
          onChange={(event) => setSplit(event.currentTarget.checked)}
        />
        {isSplit && <SplitFields sides={sides} value={split} change={changeSplit} />}
        <Text size="sm" c="dimmed">
          {act === 'rule' ? t('ruling.then', { count: one.appealDays, day: day(today) }) : t('ruling.final')}
        </Text>
        <FormProblem error={problem} />
        <Group>
          <Button type="submit" loading={busy} disabled={words.trim() === '' || ownerId === ''}>
            {t(`ruling.${act}`)}
          </Button>
          <Button variant="default" onClick={done}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
