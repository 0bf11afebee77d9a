import { namesOfCustomers } from '../customers/server/queries/names.ts'
import type { Namers } from '../notices/server/names.ts'
import { namesOf } from '../people/server/queries/names.ts'

/** How what a notice is about is called. */
export const namers: Namers = { person: namesOf, customer: namesOfCustomers }
