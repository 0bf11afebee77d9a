import { Fieldset, Stack, TagsInput, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../people/web/useMe.ts'
import { CountriesSelect } from '../../../platform/web/choice/CountriesSelect.tsx'
import { api } from '../../../platform/web/request/client.ts'
import type { Covers } from './territory.ts'

type Props = { covers: Covers; onChange: (covers: Covers) => void }

/** What falls into a territory by itself; the places of the customers that are there already are offered. */
export function CoversFields({ covers, onChange }: Props) {
  const { t } = useTranslation('territories')
  const may = useMay()
  const facets = api.useQuery('get', '/api/customers/facets', {}, { enabled: may('customers.read') }).data
  const places = (name: 'regions' | 'cities', known: readonly { value: string }[] = [], most = 500) => (
    <TagsInput
      label={t(`covers.${name}`)}
      description={t('covers.paste')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={known.map(({ value }) => value).filter((value) => value !== '')}
      value={covers[name]}
      onChange={(value) => onChange({ ...covers, [name]: value })}
      splitChars={[',', ';', '，', '、', '\n', '\t']}
      acceptValueOnBlur
      maxTags={most}
      limit={50}
    />
  )
  return (
    <Fieldset legend={t('covers.title')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('covers.text')}
        </Text>
        <CountriesSelect
          label={t('covers.countries')}
          value={covers.countries}
          onChange={(countries) => onChange({ ...covers, countries })}
        />
        {places('regions', facets?.regions)}
        {places('cities', facets?.cities, 2000)}
      </Stack>
    </Fieldset>
  )
}
