import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { LinesTable } from '../../ownership/web/transfer/LinesTable.tsx'
import { LoadTable } from '../../ownership/web/transfer/LoadTable.tsx'
import { Totals, Warnings, useFormerName } from '../../ownership/web/transfer/Totals.tsx'
import type { Transfer } from '../../ownership/web/transfer/types.ts'
import { useTransfer } from '../../ownership/web/transfer/useTransfers.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { paths } from '../paths.ts'
import { DraftLines } from './DraftLines.tsx'
import { Outcome } from './Outcome.tsx'
import { useDraft } from './useDraft.tsx'

/** A transfer: what would happen, with everything to change it by hand; once it's done, what happened, and the way back. */
export function TransferScreen() {
  const may = useMay()
  const { transferId: id = '' } = useParams({ strict: false })
  const query = useTransfer(id)
  if (!may('customers.assign')) return <Forbidden />
  return (
    <Loaded query={query}>
      {(transfer) =>
        transfer.state === 'draft' ? (
          <Draft transfer={transfer} />
        ) : (
          <TransferPage transfer={transfer} above={<Outcome transfer={transfer} />} />
        )
      }
    </Loaded>
  )
}

function Draft({ transfer }: { transfer: Transfer }) {
  const { buttons, problems } = useDraft(transfer)
  return <TransferPage transfer={transfer} actions={buttons} above={problems} />
}

type Props = { transfer: Transfer; actions?: ReactNode; above: ReactNode }

function TransferPage({ transfer, actions, above }: Props) {
  const { t } = useTranslation(['transfers', 'customers'])
  const { number } = useFormats()
  const nameOf = useFormerName()
  const isDraft = transfer.state === 'draft'
  const { customers } = transfer
  return (
    <>
      <PageHeader
        title={t('total', { count: customers, shown: number(customers), name: nameOf(transfer) })}
        subtitle={t(`state.${transfer.state}`)}
        crumbs={[
          { label: t('customers:title'), to: paths.customers },
          { label: t('title'), to: paths.transfers },
        ]}
        actions={actions}
      />
      {above}
      <Section title={t(isDraft ? 'what' : 'whatWas')} text={transfer.reason ?? undefined}>
        <Totals transfer={transfer} />
        {isDraft && <Warnings transfer={transfer} />}
      </Section>
      {transfer.successors.length > 0 && (
        <Section title={t('load.title')} text={t('load.text')}>
          <LoadTable transfer={transfer} />
        </Section>
      )}
      <Section title={t('lines')} text={isDraft ? t('linesText') : undefined}>
        {isDraft ? <DraftLines transfer={transfer} /> : <LinesTable transfer={transfer} />}
      </Section>
    </>
  )
}
