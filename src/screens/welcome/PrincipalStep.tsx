import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../../platform/web/choice/PasswordField.tsx'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import type { FirstRun } from './useFirstRun.ts'

type Props = { form: FirstRun; error: unknown; busy: boolean; back: () => void; next: () => void }

/** Whose company it is: the first person, who may do everything. */
export function PrincipalStep({ form, error, busy, back, next }: Props) {
  const { t } = useTranslation('welcome')
  const { person, company } = form.getValues()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!form.validate().hasErrors) next()
      }}
    >
      <Stack>
        <TextInput
          label={t('person.name')}
          autoComplete="name"
          ref={putCursor}
          {...form.getInputProps('person.name')}
        />
        <TextInput
          label={t('person.email')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('person.email')}
        />
        <PasswordField
          label={t('person.password')}
          value={person.password}
          about={[person.name, person.email, company.name]}
          {...form.getInputProps('person.password')}
        />
        <FormProblem error={error} />
        <Group justify="space-between">
          <Button variant="default" onClick={back}>
            {t('back')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('person.button')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Called once, when the step appears. */
function putCursor(field: HTMLInputElement | null): void {
  field?.focus()
}
