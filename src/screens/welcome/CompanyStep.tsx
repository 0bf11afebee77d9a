import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '../../platform/web/choice/CountrySelect.tsx'
import { CurrencySelect } from '../../platform/web/choice/CurrencySelect.tsx'
import { TimeZoneSelect } from '../../platform/web/choice/TimeZoneSelect.tsx'
import { isLanguage, languages } from '../../platform/web/language/languages.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import type { Country } from '../../values/country.ts'
import { type FirstRun, customsOf } from './useFirstRun.ts'

type Props = { form: FirstRun; error: unknown; next: () => void }

const fields = [
  'setupCode',
  'company.name',
  'company.country',
  'company.currency',
  'company.timeZone',
] as const

/** The code and the company. Choosing the country sets its usual currency and time zone. */
export function CompanyStep({ form, error, next }: Props) {
  const { t } = useTranslation('welcome')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!fields.map((field) => form.validateField(field).hasError).includes(true)) next()
      }}
    >
      <Stack>
        <TextInput
          label={t('code.label')}
          description={t('code.text')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          {...form.getInputProps('setupCode')}
        />
        <TextInput
          label={t('company.name')}
          autoComplete="organization"
          {...form.getInputProps('company.name')}
        />
        <CountrySelect
          label={t('company.country')}
          {...form.getInputProps('company.country')}
          onChange={(country) => {
            if (country === null) return
            form.setFieldValue('company.country', country)
            form.setFieldValue('company', {
              ...form.getValues().company,
              country,
              ...customsOf(country as Country),
            })
          }}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CurrencySelect label={t('company.currency')} {...form.getInputProps('company.currency')} />
          <Select
            label={t('company.language')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            allowDeselect={false}
            {...form.getInputProps('company.language')}
            onChange={(language) => isLanguage(language) && form.setFieldValue('company.language', language)}
          />
        </SimpleGrid>
        <TimeZoneSelect label={t('company.timeZone')} {...form.getInputProps('company.timeZone')} />
        <FormProblem error={error} />
        <Group justify="flex-end">
          <Button type="submit">{t('next')}</Button>
        </Group>
      </Stack>
    </form>
  )
}
