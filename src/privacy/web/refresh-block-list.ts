import { queryClient } from '../../platform/web/request/query-client.ts'

/** After somebody was put on the block list or taken off. */
export async function refreshBlockList(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['get', '/api/privacy/blocked'] })
}
