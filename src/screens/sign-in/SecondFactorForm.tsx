import { Anchor, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'

type Props = { done: () => Promise<void>; again: () => void }

/** The code of the authenticator app, or one of the backup codes. */
export function SecondFactorForm({ done, again }: Props) {
  const { t } = useTranslation('account')
  const [kind, setKind] = useState<'app' | 'backup'>('app')
  const form = useForm({ initialValues: { code: '', trustDevice: false } })
  const give = api.useMutation('post', '/api/sign-in/second-factor', { onSuccess: done })
  const expired = give.error?.code === 'second-factor-expired'

  function turnTo(other: 'app' | 'backup') {
    form.reset()
    give.reset()
    setKind(other)
  }

  return (
    <form onSubmit={form.onSubmit((values) => give.mutate({ body: { ...values, kind } }))}>
      <Stack>
        <Text c="dimmed">{t(kind === 'app' ? 'secondFactor.textApp' : 'secondFactor.textBackup')}</Text>
        <TextInput
          key={kind}
          label={t(kind === 'app' ? 'secondFactor.code' : 'secondFactor.backupCode')}
          autoComplete="one-time-code"
          inputMode={kind === 'app' ? 'numeric' : 'text'}
          ref={putCursor}
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Checkbox
          label={t('secondFactor.trust')}
          {...form.getInputProps('trustDevice', { type: 'checkbox' })}
        />
        <FormProblem error={give.error} />
        {expired ? (
          <Button onClick={again}>{t('secondFactor.again')}</Button>
        ) : (
          <Button type="submit" loading={give.isPending}>
            {t('signIn.button')}
          </Button>
        )}
        <Group justify="center">
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => turnTo(kind === 'app' ? 'backup' : 'app')}
          >
            {t(kind === 'app' ? 'secondFactor.useBackup' : 'secondFactor.useApp')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  )
}

/** Called once, when the field appears. */
function putCursor(field: HTMLInputElement | null): void {
  field?.focus()
}
