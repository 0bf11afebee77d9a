import type { Services } from '../../../platform/server/services.ts'
import { tryAll } from '../../../platform/server/try-all.ts'
import { companiesHere } from '../queries/company.ts'

/** Does a job's work for every company of this installation; where it fails, the others have it done all the same. */
export async function forEachCompany(
  { db }: Pick<Services, 'db'>,
  work: (organizationId: string) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  const companies = await companiesHere(db)
  await tryAll(
    companies.map(({ id }) => id),
    work,
    signal,
  )
}
