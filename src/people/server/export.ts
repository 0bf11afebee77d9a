import type { ExportSource } from '../../imports/server/target.ts'
import { peopleTarget } from '../import-target.ts'
import { listPersonIds } from './queries/export.ts'
import { loadPeople } from './queries/import-find.ts'

export const exportPeople: ExportSource = {
  rules: peopleTarget,
  permission: 'people.export',
  list: listPersonIds,
  load: loadPeople,
}
