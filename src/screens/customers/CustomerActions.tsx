import { Button, Menu } from '@mantine/core'
import { IconCheck, IconDots, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../customers/completeness-editor.ts'
import type { Customer } from '../../customers/web/page/customer.ts'
import { StateForm } from '../../customers/web/page/StateForm.tsx'
import { useRefreshCustomers } from '../../customers/web/useRefreshCustomers.ts'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'

type Props = { customer: Customer; onEdit: (editor: Editor) => void }

/** What can be done with the customer, as far as I may (rule 10.1). */
export function CustomerActions({ customer, onEdit }: Props) {
  const { t } = useTranslation('customer')
  const refresh = useRefreshCustomers()
  const [state, setState] = useState<'close' | 'reopen' | null>(null)
  const confirm = api.useMutation('post', '/api/customers/{id}/confirm', {
    onSuccess: async () => {
      await refresh()
      say(t('confirmedNow'))
    },
    onError: sayProblem,
  })
  const { may } = customer
  return (
    <>
      {may.change && (
        <Button
          variant="default"
          leftSection={<IconCheck size={16} aria-hidden />}
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ params: { path: { id: customer.id } } })}
        >
          {t('confirm')}
        </Button>
      )}
      {may.change && (
        <Button
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => onEdit({ form: 'profile' })}
        >
          {t('edit.button')}
        </Button>
      )}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" px="xs" aria-label={t('more')}>
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may.change && (
            <Menu.Item onClick={() => onEdit({ form: 'opening' })}>{t('hours.title')}</Menu.Item>
          )}
          {may.change && <Menu.Item onClick={() => onEdit({ form: 'place' })}>{t('place.put')}</Menu.Item>}
          {may.setTier && <Menu.Item onClick={() => onEdit({ form: 'tier' })}>{t('tier.set')}</Menu.Item>}
          {may.change && <Menu.Divider />}
          <Menu.Item component="a" href={`/api/customers/${customer.id}/card.vcf`} download>
            {t('card')}
          </Menu.Item>
          <Menu.Item component="a" href={`/api/sheets?customer=${customer.id}`} download>
            {t('sheet')}
          </Menu.Item>
          {(may.close || may.reopen) && <Menu.Divider />}
          {may.close && <Menu.Item onClick={() => setState('close')}>{t('state.close')}…</Menu.Item>}
          {may.reopen && <Menu.Item onClick={() => setState('reopen')}>{t('state.reopen')}…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {state !== null && <StateForm customer={customer} to={state} onClose={() => setState(null)} />}
    </>
  )
}
