import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { gathered, placeOf, type FileStore } from './store.ts'

/** A bucket that speaks the protocol of Amazon S3 (MinIO, Ceph, R2 and others do), addressed by path. */
export type S3Settings = {
  /** Such as https://s3.eu-south-2.amazonaws.com */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const PATIENCE_MS = 60_000

/** Files as objects of a bucket, below one prefix for each company. Tried three times when the bucket is busy. */
export function s3Store(settings: S3Settings, organizationId: string): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const root = `${endpoint.replace(/\/+$/, '')}/${bucket}`
  async function ask(
    method: string,
    key: string,
    more: { body?: Buffer; headers?: Record<string, string> } = {},
  ) {
    const answer = await client.fetch(`${root}/${placeOf(organizationId, key)}`, {
      method,
      // A bucket has no reason to send us elsewhere with signed headers.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: more.headers ?? {},
      ...(more.body === undefined ? {} : { body: new Uint8Array(more.body) }),
    })
    if (!answer.ok && answer.status !== 404) {
      await answer.body?.cancel()
      throw new Error(`the bucket answered ${answer.status} to ${method}`)
    }
    return answer
  }
  return {
    async put(key, content, contentType) {
      const { content: body, kept } = await gathered(content)
      const headers = { 'content-type': contentType, 'x-amz-content-sha256': kept.sha256 }
      const answer = await ask('PUT', key, { body, headers })
      if (answer.status === 404) throw new Error('the bucket is not there')
      await answer.body?.cancel()
      return kept
    },
    async get(key) {
      const answer = await ask('GET', key)
      if (answer.status !== 404 && answer.body) return Readable.fromWeb(answer.body)
      await answer.body?.cancel()
      return null
    },
    async remove(key) {
      const answer = await ask('DELETE', key)
      await answer.body?.cancel()
    },
    async exists(key) {
      return (await ask('HEAD', key)).ok
    },
  }
}
