import { api } from '../../../platform/web/request/client.ts'

/** The company's lines of business; none where a customer is one whole: with fewer than two nothing is told apart. */
export function useLines(): readonly { code: string; name: string }[] {
  const { data } = api.useQuery('get', '/api/company/lines')
  return data === undefined || data.lines.length < 2 ? [] : data.lines
}
