import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { UndoImport } from './UndoImport.tsx'
import type { Import } from './types.ts'
import { useImports } from './useImports.ts'
import { useWords } from './useWords.ts'

type Props = {
  /** The address of an import. */
  to: (id: string) => string
  /** The taking back of an import has begun. */
  onUndoing: (id: string) => void
}

/** What came in before, the newest first, each with what became of it and the way back (rule 1.6). */
export function ImportsBefore({ to, onUndoing }: Props) {
  const { t } = useWords()
  const query = useImports()
  return (
    <Stack gap="xs">
      <Title order={2}>{t('list.title')}</Title>
      <Loaded query={query}>
        {({ pages }) => {
          const imports = pages.flatMap((page) => page.imports)
          if (imports.length === 0) return <Text c="dimmed">{t('list.empty')}</Text>
          return (
            <>
              <Table verticalSpacing="xs">
                <Table.Tbody>
                  {imports.map((one) => (
                    <Line key={one.id} one={one} to={to(one.id)} onUndoing={() => onUndoing(one.id)} />
                  ))}
                </Table.Tbody>
              </Table>
              {query.hasNextPage && (
                <Button
                  variant="default"
                  w="fit-content"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('list.more')}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </Stack>
  )
}

function Line({ one, to, onUndoing }: { one: Import; to: string; onUndoing: () => void }) {
  const { t } = useWords()
  const { instant } = useFormats()
  const by = { name: one.startedBy?.name ?? t('list.program'), when: instant(one.createdAt) }
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to={to}>{one.fileName}</TextLink>
        <Text size="sm" c="dimmed">
          {t(`entity.${one.entity}`)} · {t('list.by', by)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group justify="space-between" gap="xs">
          <div>
            <Text>{t(`state.${one.state}`)}</Text>
            {one.doneAt !== null && (
              <Text size="sm" c="dimmed">
                {t('summary', one.summary)}
              </Text>
            )}
          </div>
          {one.may.includes('undo') && (
            <UndoImport id={one.id} fileName={one.fileName} size="compact-sm" onBegun={onUndoing} />
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
