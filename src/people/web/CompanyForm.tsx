import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '../../platform/web/choice/CountrySelect.tsx'
import { CurrencySelect } from '../../platform/web/choice/CurrencySelect.tsx'
import { TimeZoneSelect } from '../../platform/web/choice/TimeZoneSelect.tsx'
import { languages } from '../../platform/web/language/languages.ts'
import { api } from '../../platform/web/request/client.ts'
import { fieldSentencesOf } from '../../platform/web/request/sentence.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { refreshCompany } from '../../platform/web/request/refresh-company.ts'
import { useMe } from './useMe.ts'

/** What the company is called and how it counts days and money. */
export function CompanyForm() {
  const { t, i18n } = useTranslation('company')
  const { company } = useMe()
  const { id: _id, version, weekStart, ...rest } = company
  const form = useForm({ initialValues: { ...rest, weekStart: String(weekStart) } })
  const change = api.useMutation('put', '/api/company', {
    onSuccess: async () => {
      form.resetDirty()
      await refreshCompany()
      say(t('saved'))
    },
    onError: (error) => form.setErrors(fieldSentencesOf(error)),
  })
  return (
    <form
      style={{ width: '100%' }}
      onSubmit={form.onSubmit((values) =>
        change.mutate({ body: { ...values, weekStart: Number(values.weekStart), version } }),
      )}
    >
      <Stack>
        <TextInput
          label={t('name')}
          required
          withAsterisk={false}
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CountrySelect label={t('country')} allowDeselect={false} {...form.getInputProps('country')} />
          <CurrencySelect
            label={t('currency')}
            description={t('currencyText')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            {...form.getInputProps('currency')}
          />
          <TimeZoneSelect label={t('timeZone')} allowDeselect={false} {...form.getInputProps('timeZone')} />
          <Select
            label={t('weekStart')}
            data={weekdays(i18n.language)}
            allowDeselect={false}
            {...form.getInputProps('weekStart')}
          />
          <Select
            label={t('language')}
            description={t('languageText')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
        </SimpleGrid>
        <FormProblem error={change.error} />
        <Group>
          <Button type="submit" disabled={!form.isDirty()} loading={change.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The days of the week, Monday first; 0 is Sunday. */
function weekdays(language: string): { value: string; label: string }[] {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // 4 January 1970 was a Sunday.
  return [1, 2, 3, 4, 5, 6, 0].map((day) => ({
    value: String(day),
    label: name.format(new Date(Date.UTC(1970, 0, 4 + day))),
  }))
}
