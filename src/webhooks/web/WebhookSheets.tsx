import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AskFirst } from './AskFirst.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { EndpointForm } from './EndpointForm.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import type { Endpoint } from './types.ts'

/** What lies over the page. */
export type Sheet =
  | { what: 'form'; endpoint: Endpoint | null }
  | { what: 'log' | 'renew' | 'remove'; endpoint: Endpoint }
  | { what: 'secret'; secret: string }

type Props = { sheet: Sheet | null; show: (sheet: Sheet | null) => void }

export function WebhookSheets({ sheet, show }: Props) {
  const { t } = useTranslation(['webhooks', 'shell'])
  if (sheet === null) return null
  const close = () => show(null)
  const showSecret = (secret: string) => show({ what: 'secret', secret })
  const titles = {
    form: sheet.what === 'form' && sheet.endpoint === null ? t('add') : t('edit'),
    log: t('delivery.title'),
    renew: t('renew'),
    remove: t('remove'),
    secret: t('secret.title'),
  }
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={titles[sheet.what]}
      closeOnClickOutside={sheet.what !== 'secret'}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      {sheet.what === 'form' && (
        <EndpointForm endpoint={sheet.endpoint} done={close} showSecret={showSecret} />
      )}
      {sheet.what === 'log' && <DeliveryLog endpoint={sheet.endpoint} />}
      {(sheet.what === 'renew' || sheet.what === 'remove') && (
        <AskFirst what={sheet.what} endpoint={sheet.endpoint} done={close} showSecret={showSecret} />
      )}
      {sheet.what === 'secret' && <SecretOnce secret={sheet.secret} done={close} />}
    </Modal>
  )
}
