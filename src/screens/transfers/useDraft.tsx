import { Alert, Button, Stack } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewTransfer, Transfer } from '../../ownership/web/transfer/types.ts'
import { useKeepTransfer } from '../../ownership/web/transfer/useTransfers.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { sentenceOf } from '../../platform/web/request/sentence.ts'
import { paths } from '../paths.ts'

/** What can be done with a draft, as buttons: do it, look anew when the world has moved on, throw it away; and what stands in the way. */
export function useDraft(transfer: Transfer): { buttons: ReactNode; problems: ReactNode } {
  const { t } = useTranslation('transfers')
  const { number } = useFormats()
  const keep = useKeepTransfer()
  const navigate = useNavigate()
  const { id, fingerprint, customers, withoutSuccessor } = transfer
  const path = { path: { id } }
  const commit = api.useMutation('post', '/api/transfers/{id}/commit', { onSuccess: keep })
  const again = api.useMutation('post', '/api/transfers', {
    onError: sayProblem,
    onSuccess: async (fresh) => {
      await keep(fresh)
      await navigate({ to: paths.transfer, params: { transferId: fresh.id }, replace: true })
    },
  })
  const drop = api.useMutation('delete', '/api/transfers/{id}', {
    onError: sayProblem,
    onSuccess: () => navigate({ to: paths.transfers }),
  })
  const failure = transfer.progress?.failure ?? null
  const isStale = commit.isError || failure !== null
  const buttons = (
    <>
      <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate({ params: path })}>
        {t('drop')}
      </Button>
      {isStale && transfer.asked !== null && (
        <Button
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate({ body: askedAgain(transfer) })}
        >
          {t('again')}
        </Button>
      )}
      <Button
        loading={commit.isPending}
        disabled={withoutSuccessor > 0 || customers === 0}
        onClick={() => commit.mutate({ params: path, body: { fingerprint } })}
      >
        {t('commit', { count: customers, shown: number(customers) })}
      </Button>
    </>
  )
  const problems = (
    <Stack gap="xs" mb="md">
      <FormProblem error={commit.error} of="transfers" />
      {failure !== null && !commit.isError && (
        <Alert color="red" variant="light" icon={<IconAlertCircle size={18} />} p="sm">
          {sentenceOf(failure, 'transfers')}
        </Alert>
      )}
      {withoutSuccessor > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertCircle size={18} />} p="sm">
          {t('refused.without-successor', { count: withoutSuccessor })}
        </Alert>
      )}
    </Stack>
  )
  return { buttons, problems }
}

/** The same question as it was asked; a day that has passed becomes today. */
function askedAgain({ asked, reason }: Transfer): NewTransfer {
  const { from: _, ...rest } = asked as unknown as NewTransfer
  const ahead = (asked as { from?: string }).from
  const isAhead = ahead !== undefined && ahead > new Date().toISOString().slice(0, 10)
  return { ...rest, ...(isAhead ? { from: ahead } : {}), ...(reason === null ? {} : { reason }) }
}
