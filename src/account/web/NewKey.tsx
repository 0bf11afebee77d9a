import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { KeyOnce } from './KeyOnce.tsx'
import { scopeSentence } from './scope-sentence.ts'

type Props = { opened: boolean; close: () => void }

/** A new key: its name, what it may, and how long; then the key itself, this once. */
export function NewKey({ opened, close }: Props) {
  const { t } = useTranslation(['account', 'shell'])
  const queries = useQueryClient()
  const make = api.useMutation('post', '/api/keys', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/keys'] }),
  })
  function end() {
    close()
    make.reset()
  }
  return (
    <Modal
      opened={opened}
      onClose={end}
      title={t('keys.new')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      {make.data === undefined ? (
        <Form
          error={make.error}
          busy={make.isPending}
          make={(values) =>
            make.mutate({
              body: {
                name: values.name,
                scopes: values.scopes as never,
                days: values.days === 'never' ? null : Number(values.days),
              },
            })
          }
        />
      ) : (
        <KeyOnce apiKey={make.data.key} done={end} />
      )}
    </Modal>
  )
}

type Values = { name: string; scopes: string[]; days: string }
type FormProps = { error: unknown; busy: boolean; make: (values: Values) => void }

function Form({ error, busy, make }: FormProps) {
  const { t } = useTranslation('account')
  const { may } = useMe()
  const form = useForm<Values>({
    initialValues: { name: '', scopes: [], days: '90' },
    validate: { scopes: (scopes) => (scopes.length === 0 ? t('keys.noScopes') : null) },
  })
  // A key never reaches other keys, so that scope would be empty.
  const scopes = may.filter((name) => name !== 'keys.own')
  const lengths = ['7', '30', '90', '365'].map((days) => ({
    value: days,
    label: t('keys.days', { count: Number(days) }),
  }))
  return (
    <form onSubmit={form.onSubmit(make)}>
      <Stack>
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameText')}
          maxLength={32}
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={t('keys.length')}
          data={[...lengths, { value: 'never', label: t('keys.forever') }]}
          allowDeselect={false}
          {...form.getInputProps('days')}
        />
        <Checkbox.Group
          label={t('keys.may')}
          description={t('keys.mayText')}
          {...form.getInputProps('scopes')}
        >
          <Stack gap={8} mt="xs">
            {scopes.map((name) => (
              <Checkbox key={name} value={name} label={scopeSentence(t, name)} description={name} />
            ))}
          </Stack>
        </Checkbox.Group>
        <FormProblem error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {t('keys.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
