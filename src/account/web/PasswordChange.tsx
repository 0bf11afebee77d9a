import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../../platform/web/choice/PasswordField.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useSecurityChanged } from './useSecurity.ts'

/** A new password in exchange for the old one; other sessions end. */
export function PasswordChange({ about }: { about: readonly string[] }) {
  const { t } = useTranslation(['account', 'shell'])
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('passwordChange.button')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('passwordChange.title')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <Form about={about} close={close} />
      </Modal>
    </>
  )
}

function Form({ about, close }: { about: readonly string[]; close: () => void }) {
  const { t } = useTranslation('account')
  const changed = useSecurityChanged()
  const form = useForm({ initialValues: { current: '', password: '' } })
  const change = api.useMutation('post', '/api/me/security/password', {
    onSuccess: async () => {
      await changed()
      close()
      say(t('passwordChange.done'))
    },
  })
  return (
    <form onSubmit={form.onSubmit((body) => change.mutate({ body }))}>
      <Stack>
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('shell:password.toggle') }}
          label={t('passwordChange.current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('current')}
        />
        <PasswordField
          label={t('newPassword.label')}
          about={about}
          required
          withAsterisk={false}
          value={form.values.password}
          {...form.getInputProps('password')}
        />
        <FormProblem error={change.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={change.isPending}>
            {t('passwordChange.button')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
