import { Alert, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { ButtonLink } from '../../../platform/web/ui/links.tsx'
import { ClaimForm } from './ClaimForm.tsx'

type Similar = components['schemas']['SimilarCustomer']
type Props = {
  /** What looks strongly like it, as it was found while typing. */
  found: readonly Similar[]
  /** What the refusal said: the first of them, and the case about it if there is one. */
  doubt: Readonly<Record<string, string | number>>
  registration: components['schemas']['ClaimCustomer']['registration']
  claimedOn: string | null
  isPending: boolean
  registerApart: (said: { reason: string; than: string[] }) => void
  customerAddress: (id: string) => string
  caseAddress: (id: string) => string
  poolAddress: string
  onCase: (id: string) => void
}
type Candidate = { id: string; name: string; city: string; owner: { id: string; name: string } | null }

/** The question stands below the fields: whoever pressed the button must see it. */
const intoView = (question: HTMLDivElement | null) => question?.scrollIntoView({ block: 'center' })

/** Which one is it? One of those that are registered, and then whose; or another outlet, and then why (rule 2.3). */
export function WhichOne({ found, doubt, registration, claimedOn, isPending, registerApart, ...to }: Props) {
  const { t } = useTranslation('collisions')
  const [claimed, setClaimed] = useState<Candidate | null>(null)
  const [reason, setReason] = useState('')
  const candidates = candidatesOf(found, doubt)
  if (claimed !== null)
    return (
      <ClaimForm
        customer={claimed}
        registration={registration}
        claimedOn={claimedOn}
        onCase={to.onCase}
        cancel={() => setClaimed(null)}
      />
    )
  return (
    <Alert variant="default" title={t('which.title')} role="alert" ref={intoView}>
      <Stack gap="md">
        <Text size="sm">{t('which.text')}</Text>
        {candidates.map((one) => (
          <Paper key={one.id} p="sm" withBorder>
            <Text fw={600}>{[one.name, one.city].filter(Boolean).join(', ')}</Text>
            <Text size="sm" mb="xs">
              {one.owner === null ? t('which.inPool') : t('which.servedBy', { name: one.owner.name })}
            </Text>
            <Choice
              one={one}
              caseId={doubt['customerId'] === one.id ? String(doubt['collisionId'] ?? '') : ''}
              claim={() => setClaimed(one)}
              {...to}
            />
          </Paper>
        ))}
        <Textarea
          label={t('which.why')}
          description={t('which.whyText')}
          maxLength={300}
          autosize
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            loading={isPending}
            disabled={reason.trim() === ''}
            onClick={() => registerApart({ reason, than: candidates.map(({ id }) => id) })}
          >
            {t('which.register')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

type To = Pick<Props, 'customerAddress' | 'caseAddress' | 'poolAddress'>

/** It is this one: mine, the pool's, or somebody else's. */
function Choice({ one, caseId, claim, ...to }: To & { one: Candidate; caseId: string; claim: () => void }) {
  const { t } = useTranslation('collisions')
  const { person } = useMe()
  if (one.owner === null)
    return (
      <ButtonLink to={to.poolAddress} variant="default" size="sm">
        {t('which.pool')}
      </ButtonLink>
    )
  if (one.owner.id === person.id)
    return (
      <ButtonLink to={to.customerAddress(one.id)} variant="default" size="sm">
        {t('which.mine')}
      </ButtonLink>
    )
  return (
    <Group gap="xs">
      <Button size="sm" onClick={claim}>
        {t('which.claim', { name: one.name })}
      </Button>
      {caseId !== '' && (
        <ButtonLink to={to.caseAddress(caseId)} variant="default" size="sm">
          {t('which.case')}
        </ButtonLink>
      )}
    </Group>
  )
}

/** Those found while typing, and the one that the refusal names, which may have come meanwhile. */
function candidatesOf(found: readonly Similar[], doubt: Props['doubt']): Candidate[] {
  const all: Candidate[] = found.map(({ id, name, city, owner }) => ({ id, name, city: city ?? '', owner }))
  const id = String(doubt['customerId'] ?? '')
  if (id === '' || all.some((one) => one.id === id)) return all
  const ownerId = doubt['ownerId']
  const owner = ownerId === undefined ? null : { id: String(ownerId), name: String(doubt['owner']) }
  return [{ id, name: String(doubt['name']), city: String(doubt['city'] ?? ''), owner }, ...all]
}
