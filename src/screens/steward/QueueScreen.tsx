import { Button, Group, Pagination, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkChange } from '../../customers/web/list/BulkChange.tsx'
import { KeyHelp } from '../../customers/web/list/KeyHelp.tsx'
import { useLetterKeys, useListKeys } from '../../customers/web/list/useListKeys.ts'
import { useMay } from '../../people/web/useMe.ts'
import { request } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { offerUndo, say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { pairsCountedTo } from '../../stewardship/harm.ts'
import { IssueFilter } from '../../stewardship/web/IssueFilter.tsx'
import { PairLine } from '../../stewardship/web/PairLine.tsx'
import { ProfileLine } from '../../stewardship/web/ProfileLine.tsx'
import { RequestLine } from '../../stewardship/web/RequestLine.tsx'
import lines from '../../stewardship/web/QueueLine.module.css'
import type { Queue } from '../../stewardship/web/types.ts'
import { type QueueView, useQueue, useRefresh, useWhose } from '../../stewardship/web/useQueue.ts'

/** What is to be mended in the register, the worst first, each with its one action (rule 1.3). */
export function QueueScreen() {
  const { t } = useTranslation('stewardship')
  const may = useMay()
  return may('customers.steward') ? (
    <>
      <PageHeader title={t('queue.title')} subtitle={t('queue.subtitle')} />
      <QueueOf />
    </>
  ) : (
    <Forbidden />
  )
}

function QueueOf() {
  const { t } = useTranslation('stewardship')
  const [whose, setWhose] = useWhose()
  const [narrowed, setView] = useState<Omit<QueueView, 'whose'>>({ kind: undefined, page: 1 })
  const view = { ...narrowed, whose: whose ?? 'mine' }
  const queue = useQueue(view, whose !== null)
  function lookAt(next: QueueView['whose']) {
    setWhose(next)
    setView({ kind: narrowed.kind, page: 1 })
  }
  const [keysOn, setKeysOn] = useLetterKeys()
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('queue.whose')}
          value={view.whose}
          onChange={(next) => lookAt(next === 'all' ? 'all' : 'mine')}
          data={[
            { value: 'mine', label: t('queue.mine') },
            { value: 'all', label: t('queue.all') },
          ]}
        />
        <KeyHelp isOn={keysOn} onChange={setKeysOn} />
      </Group>
      <Loaded query={queue}>
        {(data) => (
          <>
            <IssueFilter
              counts={data.counts}
              kind={view.kind}
              choose={(kind) => setView({ kind, page: 1 })}
            />
            {data.scanning && (
              <Text component="output" size="sm" c="dimmed">
                {t('queue.scanning')}
              </Text>
            )}
            <Items
              key={`${view.kind} ${view.page} ${view.whose}`}
              queue={data}
              keysOn={keysOn}
              {...(view.whose === 'mine' ? { seeAll: () => lookAt('all') } : {})}
            />
            {view.kind !== undefined && data.total > data.size && (
              <Pagination
                total={Math.ceil(data.total / data.size)}
                value={view.page}
                onChange={(page) => setView({ ...narrowed, page })}
                getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
              />
            )}
            {view.kind === undefined && data.total > data.items.length && (
              <Text size="sm" c="dimmed">
                {t((data.counts.duplicate ?? 0) > pairsCountedTo ? 'queue.moreThan' : 'queue.more', {
                  count: data.total - data.items.length,
                })}
              </Text>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  )
}

type ItemsProps = {
  queue: Queue
  keysOn: boolean
  /** Where only some areas are looked at: what there is elsewhere. */
  seeAll?: () => void
}

function Items({ queue, keysOn, seeAll }: ItemsProps) {
  const { t } = useTranslation('stewardship')
  const refresh = useRefresh()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [placing, setPlacing] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  useListKeys(list, keysOn, ':scope > li > div > div a')
  async function confirm(ids: string[]) {
    const { data, error } = await request.POST('/api/steward/confirm', { body: { ids } })
    if (error !== undefined) return sayProblem(error)
    setChosen(new Set())
    const { batchId, confirmed } = data
    if (batchId === null) say(t('confirmedNone'))
    else offerUndo(t('confirmed', { count: confirmed }), () => takeBack(batchId))
    await refresh()
  }
  async function takeBack(id: string) {
    const { error } = await request.POST('/api/steward/confirm/{id}/undo', { params: { path: { id } } })
    if (error !== undefined) throw error
    await refresh()
  }
  if (queue.items.length === 0)
    return (
      <EmptyState
        icon={<IconCircleCheck />}
        title={t('queue.done')}
        text={t(seeAll === undefined ? 'queue.doneText' : 'queue.doneMine')}
        action={
          seeAll !== undefined && (
            <Button variant="default" onClick={seeAll}>
              {t('queue.seeAll')}
            </Button>
          )
        }
      />
    )
  return (
    <>
      {placing && (
        <BulkChange
          field="territory"
          count={chosen.size}
          selection={{ ids: [...chosen] }}
          onClose={() => setPlacing(false)}
          onDone={() => {
            setChosen(new Set())
            void refresh()
          }}
        />
      )}
      {chosen.size > 0 && (
        <Group>
          <Button variant="default" onClick={() => setPlacing(true)}>
            {t('intoArea')}
          </Button>
          <Button onClick={() => void confirm([...chosen])}>
            {t('confirmChosen', { count: chosen.size })}
          </Button>
          <Button variant="default" onClick={() => setChosen(new Set())}>
            {t('chooseNone')}
          </Button>
        </Group>
      )}
      <ul ref={list} className={lines['lines']} aria-label={t('queue.title')}>
        {queue.items.map((item) => {
          if (item.what === 'duplicate') return <PairLine key={item.pair.id} item={item} />
          if (item.what === 'request') return <RequestLine key={item.request.id} item={item} />
          const { id } = item.customer
          return (
            <ProfileLine
              key={id}
              item={item}
              chosen={chosen.has(id)}
              choose={(yes) => setChosen(yes ? new Set([...chosen, id]) : chosen.difference(new Set([id])))}
              confirm={(ids) => void confirm(ids)}
            />
          )
        })}
      </ul>
    </>
  )
}
