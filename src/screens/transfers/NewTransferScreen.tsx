import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonSelect } from '../../people/web/PersonSelect.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { chosenToMove } from '../../ownership/web/transfer/chosen.ts'
import type { NewTransfer } from '../../ownership/web/transfer/types.ts'
import { useKeepTransfer } from '../../ownership/web/transfer/useTransfers.ts'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { LoadingState } from '../../platform/web/ui/LoadingState.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { paths } from '../paths.ts'
import { transferSearch } from './search.ts'
import { type Successor, SuccessorsField } from './SuccessorsField.tsx'

const ways = ['round-robin', 'territory', 'by-hand'] as const
const seats = ['backup', 'sponsor'] as const
/** Fields are as wide as a phone, and no wider than is read at a glance. */
const column = { w: '100%', maw: '26rem' } as const

/** Hands customers over: which, to whom, from when. What comes of it is looked at before anything happens (rule 2.5). */
export function NewTransferScreen() {
  const may = useMay()
  const { book, chosen } = transferSearch(useSearch({ strict: false }))
  const person = api.useQuery(
    'get',
    '/api/people/{id}',
    { params: { path: { id: book ?? '' }, query: {} } },
    { enabled: book !== undefined },
  )
  if (!may('customers.assign')) return <Forbidden />
  // The field for a person needs the name that belongs to the address.
  if (book !== undefined && person.isPending) return <LoadingState />
  const known = person.data === undefined ? null : { id: person.data.id, name: person.data.name }
  return <TransferForm known={known} usesChosen={chosen === true} />
}

type Props = { known: { id: string; name: string } | null; usesChosen: boolean }

function TransferForm({ known, usesChosen }: Props) {
  const { t } = useTranslation(['transfers', 'customers'])
  const { number, today } = useFormats()
  const navigate = useNavigate()
  const keep = useKeepTransfer()
  const chosen = usesChosen ? chosenToMove() : null
  const [book, setBook] = useState<string | null>(known?.id ?? null)
  const [also, setAlso] = useState<string[]>([])
  const [how, setHow] = useState<(typeof ways)[number]>('round-robin')
  const [successors, setSuccessors] = useState<readonly Successor[]>([])
  const [from, setFrom] = useState<string | null>(today)
  const [staysUntil, setStaysUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const draft = api.useMutation('post', '/api/transfers', {
    onSuccess: async (transfer) => {
      await keep(transfer)
      await navigate({ to: paths.transfer, params: { transferId: transfer.id } })
    },
  })
  const customers =
    chosen !== null ? chosen.selection : book === null ? null : ({ book, also } as NewTransfer['customers'])
  const isReady = customers !== null && (how !== 'round-robin' || successors.length > 0)
  const ask = () => {
    if (customers === null) return
    draft.mutate({
      body: {
        customers,
        how,
        successors: successors.map(({ personId, atMost }) => ({
          personId,
          ...(atMost === null ? {} : { atMost }),
        })),
        ...(from === null ? {} : { from }),
        ...(staysUntil === null ? {} : { staysUntil }),
        ...(reason.trim() === '' ? {} : { reason }),
      },
    })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <PageHeader
        title={t('new.title')}
        subtitle={t('new.subtitle')}
        crumbs={[
          { label: t('customers:title'), to: paths.customers },
          { label: t('title'), to: paths.transfers },
        ]}
      />
      <Section title={t('new.which')} text={chosen === null ? t('new.whichText') : undefined}>
        {chosen === null ? (
          <Stack gap="sm" {...column}>
            <PersonSelect label={t('new.book')} value={book} name={known?.name ?? null} onChange={setBook} />
            <Checkbox.Group label={t('new.also')} value={also} onChange={setAlso}>
              <Group mt={4}>
                {seats.map((seat) => (
                  <Checkbox key={seat} value={seat} label={t(`new.seat.${seat}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          </Stack>
        ) : (
          <Text>{t('new.chosen', { count: chosen.count, shown: number(chosen.count) })}</Text>
        )}
      </Section>
      <Section title={t('new.who')} text={t('new.whoText')}>
        <Stack gap="md" {...column}>
          <Radio.Group
            label={t('new.how')}
            value={how}
            onChange={(value) => setHow(ways.find((way) => way === value) ?? 'round-robin')}
          >
            <Stack gap={6} mt={4}>
              {ways.map((way) => (
                <Radio key={way} value={way} label={t(`way.${way}`)} description={t(`wayText.${way}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {how !== 'by-hand' && (
            <SuccessorsField
              label={t(how === 'territory' ? 'new.othersTake' : 'new.takes')}
              value={successors}
              onChange={setSuccessors}
              except={book}
            />
          )}
        </Stack>
      </Section>
      <Section title={t('new.when')}>
        <Stack gap="sm" {...column}>
          <DayField label={t('new.from')} value={from} min={today} onChange={setFrom} />
          <DayField
            label={t('new.stays')}
            description={t('new.staysText')}
            value={staysUntil}
            min={from ?? today}
            clearable
            onChange={setStaysUntil}
          />
          <Textarea
            label={t('new.reason')}
            description={t('new.reasonText')}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormProblem error={draft.error} of="transfers" />
          <Group>
            <Button type="submit" loading={draft.isPending} disabled={!isReady}>
              {t('new.look')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('new.nothingYet')}
            </Text>
          </Group>
        </Stack>
      </Section>
    </form>
  )
}
