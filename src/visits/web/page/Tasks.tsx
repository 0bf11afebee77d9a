import { ActionIcon, Button, Checkbox, Group, Menu, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import { offerUndo, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { type TaskKind, taskKinds } from '../../task.ts'
import { KeptText } from '../KeptText.tsx'
import type { Visit, VisitTask } from '../types.ts'
import type { SaveVisit } from '../useVisit.ts'
import classes from './page.module.css'

type Props = { visit: Visit; save: SaveVisit }
type Said = { kind: TaskKind; text: string | null; result: string | null; done: boolean }

const ticked = (task: VisitTask, { done, ...said }: Said): VisitTask => ({
  ...task,
  ...said,
  doneAt: done ? (task.doneAt ?? new Date().toISOString()) : null,
})

/** What is to be done on the visit, ticked off one by one; each tick is saved at once. */
export function Tasks({ visit, save }: Props) {
  const { t } = useTranslation('visits')
  const mayRecord = visit.may.includes('record')
  const put = (taskId: string, body: Said) =>
    save(
      request.PUT('/api/visits/{id}/tasks/{taskId}', { params: { path: { id: visit.id, taskId } }, body }),
      (before) => ({
        ...before,
        tasks: before.tasks.map((task) => (task.id === taskId ? ticked(task, body) : task)),
      }),
    )
  async function remove({ id, ...task }: VisitTask) {
    const params = { path: { id: visit.id, taskId: id } }
    await save(request.DELETE('/api/visits/{id}/tasks/{taskId}', { params })).catch(sayProblem)
    offerUndo(t('tasks.removed'), () => put(id, { ...task, done: task.doneAt !== null }))
  }
  const add = mayRecord && (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />}>
          {t('tasks.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {taskKinds.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() =>
              void put(crypto.randomUUID(), { kind, text: null, result: null, done: false }).catch(sayProblem)
            }
          >
            {t(`task.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <Panel title={t('tasks.title')} action={add}>
      {visit.tasks.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('tasks.none')}
        </Text>
      )}
      {visit.tasks.map((task) => {
        const said = { kind: task.kind, text: task.text, result: task.result }
        const name = [t(`task.${task.kind}`), task.text].filter(Boolean).join(': ')
        return (
          <div key={task.id} className={classes['task']}>
            <Group justify="space-between" wrap="nowrap">
              <Checkbox
                size="md"
                label={name}
                checked={task.doneAt !== null}
                disabled={!mayRecord}
                onChange={(event) =>
                  void put(task.id, { ...said, done: event.currentTarget.checked }).catch(sayProblem)
                }
              />
              {mayRecord && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('tasks.remove', { task: name })}
                  onClick={() => void remove(task)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </Group>
            {(task.doneAt !== null || task.result !== null) && (
              <KeptText
                label={t('tasks.result', { task: name })}
                value={task.result ?? ''}
                most={2000}
                readOnly={!mayRecord}
                onKeep={(result) => put(task.id, { ...said, result, done: task.doneAt !== null })}
              />
            )}
          </div>
        )
      })}
    </Panel>
  )
}
