import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import { SayForm } from './SayForm.tsx'

type Props = { ids: readonly [string, string]; onCase: (id: string) => void }

/** Two entries of one outlet that different people hold: before they are merged somebody may have to rule whose it is. */
export function OpenPair({ ids: [customerId, otherId], onCase }: Props) {
  const { t } = useTranslation('collisions')
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button variant="default" mt="md" onClick={() => setAsking(true)}>
        {t('pair.button')}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={t('pair.button')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <SayForm
          label={t('pair.why')}
          button={t('claim.button')}
          done={close}
          send={async (statement) => {
            const answer = await request.POST('/api/collisions/pairs', {
              body: { customerId, otherId, statement },
            })
            if (answer.data !== undefined) onCase(answer.data.id)
            return answer
          }}
        />
      </Modal>
    </>
  )
}
