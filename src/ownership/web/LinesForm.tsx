import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { refreshCompany } from '../../platform/web/request/refresh-company.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { mostLines } from '../lines.ts'

/** The company's lines of business by name (rule 2.2); a company that sells one thing leaves it empty. */
export function LinesForm() {
  const query = api.useQuery('get', '/api/company/lines')
  return <Loaded query={query}>{(kept) => <Lines key={JSON.stringify(kept.lines)} kept={kept} />}</Loaded>
}

function Lines({ kept }: { kept: components['schemas']['BusinessLines'] }) {
  const { t } = useTranslation('lines')
  const [lines, setLines] = useState<readonly { code?: string; name: string }[]>(kept.lines)
  const save = api.useMutation('put', '/api/company/lines', {
    onSuccess: async () => {
      await refreshCompany()
      say(t('saved'))
    },
  })
  const named = lines.map((line) => ({ ...line, name: line.name.trim() })).filter(({ name }) => name !== '')
  const isSame = JSON.stringify(named) === JSON.stringify(kept.lines)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ body: { lines: named, version: kept.version } })
      }}
    >
      <Stack gap="sm">
        {lines.map((line, index) => (
          // Lines have no order of their own to be kept by: a place is a place.
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              maw="24rem"
              aria-label={t('name', { number: index + 1 })}
              value={line.name}
              maxLength={60}
              disabled={!kept.mayChange}
              onChange={(event) => {
                const name = event.currentTarget.value
                setLines(lines.map((other, at) => (at === index ? { ...other, name } : other)))
              }}
            />
            {kept.mayChange && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('remove', { name: line.name })}
                onClick={() => setLines(lines.filter((_, at) => at !== index))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {named.length === 1 && (
          <Text size="sm" c="dimmed">
            {t('one')}
          </Text>
        )}
        <FormProblem error={save.error} of="lines" />
        {kept.mayChange && (
          <Group>
            <Button
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              disabled={lines.length >= mostLines}
              onClick={() => setLines([...lines, { name: '' }])}
            >
              {t('add')}
            </Button>
            <Button type="submit" variant="default" disabled={isSame} loading={save.isPending}>
              {t('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
