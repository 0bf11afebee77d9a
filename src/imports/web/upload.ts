import { request } from '../../platform/web/request/client.ts'
import type { ImportDetail } from './types.ts'

/** Hands a file in as it is, without reading it into memory; rejects with the problem when it is no table. */
export async function uploadFile(file: File): Promise<ImportDetail> {
  const { data, error } = await request.POST('/api/imports', {
    params: { query: { name: file.name } },
    body: file as never,
    bodySerializer: (body) => body as never,
    headers: { 'content-type': 'application/octet-stream' },
  })
  if (error !== undefined) throw error
  if (data === undefined) throw new TypeError('no answer')
  return data
}
