import { Anchor, Group, Text } from '@mantine/core'
import { api } from '../../platform/web/request/client.ts'
import { useWords } from './useWords.ts'

/** Empty files to fill in, one for each kind that the person may bring in. */
export function Templates() {
  const { t } = useWords()
  const { data } = api.useQuery('get', '/api/imports/targets', {}, { staleTime: 5 * 60_000 })
  if (data === undefined) return null
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t('drop.templates')}:
      </Text>
      {data.targets.map(({ entity }) => (
        <Anchor key={entity} size="sm" href={`/api/imports/templates/${entity}`} download>
          {t(`entity.${entity}`)}
        </Anchor>
      ))}
    </Group>
  )
}
