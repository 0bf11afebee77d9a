import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, request } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { offerUndo, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { type ListSearch, readSearch } from '../../list-search.ts'
import classes from './list.module.css'
import { KeepView } from './KeepView.tsx'

type View = components['schemas']['View']
type Props = {
  search: ListSearch
  columns: readonly string[]
  onOpen: (search: ListSearch, columns: readonly string[]) => void
}

/** Views kept by name: mine and the ones colleagues share. */
export function SavedViews({ search, columns, onOpen }: Props) {
  const { t } = useTranslation('customers')
  const [asking, ask] = useDisclosure(false)
  const views = api.useQuery('get', '/api/views').data?.views ?? []
  const remove = useRemoveView()
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={300}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconBookmark size={14} aria-hidden />}>
            {t('views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Group key={view.id} gap={0} wrap="nowrap">
              <Menu.Item
                className={classes['view'] ?? ''}
                onClick={() => onOpen(searchOf(view), view.columns)}
              >
                {view.mine ? view.name : t('viewOf', { name: view.name, person: view.owner?.name ?? '' })}
              </Menu.Item>
              {view.mine && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('viewRemove', { name: view.name })}
                  onClick={() => void remove(view)}
                >
                  <IconTrash size={14} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={ask.open}>{t('viewKeep')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking && <KeepView onClose={ask.close} search={search} columns={columns} />}
    </>
  )
}

function searchOf(view: View): ListSearch {
  return readSearch({
    ...view.filter,
    ...(view.sort === null ? {} : { sort: view.sort }),
    shows: view.shows,
  })
}

/** Removes a view; undone by keeping it again as it was. */
function useRemoveView(): (view: View) => Promise<void> {
  const { t } = useTranslation('customers')
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['get', '/api/views'] })
  return async ({ id, name, shared, filter, columns, sort, shows }) => {
    const { error } = await request.DELETE('/api/views/{id}', { params: { path: { id } } })
    if (error !== undefined) {
      sayProblem(error)
      return
    }
    await refresh()
    offerUndo(t('viewRemoved', { name }), async () => {
      const again = await request.POST('/api/views', {
        body: { name, shared, filter, columns, sort, shows: shows ?? 'list' },
      })
      if (again.error !== undefined) throw again.error
      await refresh()
    })
  }
}
