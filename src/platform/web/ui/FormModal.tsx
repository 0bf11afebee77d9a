import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormProblem } from './FormProblem.tsx'

type Props = {
  title: string
  onClose: () => void
  /** What the button says, and what it does; not called while the form isn't ready. */
  button: string
  onSubmit: () => void
  isReady?: boolean
  isPending: boolean
  /** Why it was not taken, said above the button. */
  error?: unknown
  /** The feature whose words say the error. */
  of?: string
  size?: ModalProps['size']
  children: ReactNode
}

/** A form in a window of its own: its fields, why it was refused, and its two buttons. */
export function FormModal({ title, onClose, button, onSubmit, isReady = true, isPending, ...rest }: Props) {
  const { t } = useTranslation('shell')
  const { error = null, of, size = 'md', children } = rest
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) onSubmit()
        }}
      >
        <Stack>
          {children}
          <FormProblem error={error} {...(of === undefined ? {} : { of })} />
          <Group>
            <Button type="submit" loading={isPending} disabled={!isReady}>
              {button}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
