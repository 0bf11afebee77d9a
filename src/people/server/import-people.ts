import type { ServerTarget } from '../../imports/server/target.ts'
import { peopleTarget, settlePerson } from '../import-target.ts'
import { findPeople, loadPeople } from './queries/import-find.ts'
import { removePeople } from './queries/import-remove.ts'
import { resolvePeople } from './queries/import-resolve.ts'
import { linkManagers, writePeople } from './queries/import-write.ts'

/** People from files: profile, post, team and manager, who may stand further down (rules 1.6, 7.1). */
export const importPeople: ServerTarget = {
  rules: peopleTarget,
  resolve: resolvePeople,
  find: findPeople,
  load: loadPeople,
  settle: settlePerson,
  write: writePeople,
  link: linkManagers,
  remove: removePeople,
}
