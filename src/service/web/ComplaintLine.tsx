import { Badge, Group, Rating, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Line } from '../../platform/web/ui/Lines.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { ComplaintMenu } from './ComplaintMenu.tsx'
import { PassOnForm } from './PassOnForm.tsx'
import { ResolveForm } from './ResolveForm.tsx'
import type { Complaint } from './types.ts'
import { useRefreshComplaints } from './useRefreshComplaints.ts'

type Props = {
  complaint: Complaint
  /** The customer's name as a link, where complaints of several stand together. */
  customer?: ReactNode
}

/** One complaint: what, who answers it by when, what came of it, and what can be done now. */
export function ComplaintLine({ complaint, customer }: Props) {
  const { t } = useTranslation('service')
  const [form, setForm] = useState<'resolve' | 'pass-on' | null>(null)
  const close = () => setForm(null)
  return (
    <>
      <Line
        title={
          <Group gap={8} wrap="wrap">
            {customer}
            <Text span fw={550} size="sm">
              {t(`kind.${complaint.kind}`)}
            </Text>
            <StateBadge state={complaint.state} />
          </Group>
        }
        detail={<Details complaint={complaint} />}
        action={
          <ComplaintMenu
            complaint={complaint}
            onResolve={() => setForm('resolve')}
            onPassOn={() => setForm('pass-on')}
          />
        }
      />
      {form === 'resolve' && <ResolveForm complaint={complaint} onClose={close} />}
      {form === 'pass-on' && <PassOnForm complaint={complaint} onClose={close} />}
    </>
  )
}

function StateBadge({ state }: { state: Complaint['state'] }) {
  const { t } = useTranslation('service')
  if (state === 'open') return null
  return (
    <Badge size="sm" radius="sm" variant={state === 'overdue' ? 'light' : 'default'} color="red">
      {t(`state.${state}`)}
    </Badge>
  )
}

function Details({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation('service')
  const { day, list } = useFormats()
  const { responsible, dueOn, resolvedOn, resolvedBy, cause, remedy } = complaint
  const about = [complaint.product?.name, complaint.order?.code, complaint.contact?.name].filter(
    (one) => one !== undefined,
  )
  return (
    <>
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {complaint.text}
      </Text>
      {about.length > 0 && <Text size="xs">{list(about)}</Text>}
      {resolvedOn === null ? (
        <Text size="xs">
          {responsible === null
            ? t('toAnswerByNobody', { day: day(dueOn) })
            : t('toAnswer', { name: responsible.name, day: day(dueOn) })}
        </Text>
      ) : (
        <>
          <Text size="xs">{t('resolved', { name: resolvedBy?.name ?? '', day: day(resolvedOn) })}</Text>
          <Text size="xs">{t('cause', { cause })}</Text>
          <Text size="xs">{t('remedy', { remedy })}</Text>
          <Rate complaint={complaint} />
        </>
      )}
    </>
  )
}

/** What the customer thought of the answer: set with a press. */
function Rate({ complaint: { id, version, rating, may } }: { complaint: Complaint }) {
  const { t } = useTranslation('service')
  const refresh = useRefreshComplaints()
  const rate = api.useMutation('post', '/api/complaints/{id}/rate', {
    onSuccess: async () => {
      await refresh()
      say(t('rated'))
    },
    onError: sayProblem,
  })
  return (
    <Group gap={6} component="span" display="flex">
      <Text size="xs" component="span">
        {t(rating === null ? 'askRating' : 'rating')}
      </Text>
      <Rating
        size="sm"
        value={rating ?? 0}
        readOnly={!may.includes('rate')}
        getSymbolLabel={(value) => t('stars', { count: value })}
        onChange={(value) => rate.mutate({ params: { path: { id } }, body: { version, rating: value } })}
      />
    </Group>
  )
}
