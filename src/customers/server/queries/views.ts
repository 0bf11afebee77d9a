import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { NewView, View } from '../../schema/view.ts'
import { personJson } from './instant.ts'

type Kept = Pick<NewView, 'filter' | 'columns' | 'sort' | 'shows'>
type Row = Pick<View, 'id' | 'name' | 'shared' | 'owner' | 'mine' | 'version'> & { state: Kept }

/** My views and the shared ones; of one id if given. */
export async function viewsFor(tx: Tx, id?: string): Promise<View[]> {
  const { rows } = await sql<Row>`
    select v.id, v.name, v.shared, ${personJson('p')} as owner, v.person_id = app.person() as mine, v.version, v.state
    from saved_view v left join person p on p.organization_id = v.organization_id and p.id = v.person_id
    where ${id ?? null}::uuid is null or v.id = ${id ?? null}
    order by v.person_id = app.person() desc, lower(v.name), v.id`.execute(tx)
  return rows.map(({ state, ...view }) => ({ ...view, ...state, shows: state.shows ?? 'list' }))
}

const stateOf = ({ filter, columns, sort, shows }: Kept) =>
  JSON.stringify({ filter, columns, sort, shows: shows ?? 'list' })

export async function insertView(tx: Tx, id: string, view: NewView): Promise<void> {
  await sql`
    insert into saved_view (organization_id, id, person_id, name, shared, state)
    values (app.organization(), ${id}, app.person(), ${view.name}, ${view.shared}, ${stateOf(view)}::jsonb)`.execute(
    tx,
  )
}

/** Changes one of the asker's own views; false when it is not theirs. */
export async function updateView(tx: Tx, id: string, view: NewView): Promise<boolean> {
  const { rows } = await sql`
    update saved_view set name = ${view.name}, shared = ${view.shared}, state = ${stateOf(view)}::jsonb,
      version = version + 1
    where id = ${id} and person_id = app.person() returning id`.execute(tx)
  return rows.length > 0
}

export async function deleteView(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from saved_view where id = ${id} and person_id = app.person() returning id`.execute(tx)
  return rows.length > 0
}
