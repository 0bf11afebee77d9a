import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A bucket in memory that checks every signature by itself (AWS Signature Version 4, from its specification). */
export async function aBucket(keys: { id: string; secret: string; region: string }) {
  const objects = new Map<string, { body: Buffer; type: string }>()
  const asked: string[] = []
  const broken = { times: 0 }
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    asked.push(`${request.method} ${request.url}`)
    const answer = (status: number, content?: Buffer) => response.writeHead(status).end(content)
    if (broken.times > 0) {
      broken.times -= 1
      return answer(503)
    }
    if (!isSigned(request, body, keys)) return answer(403)
    const object = objects.get(request.url ?? '')
    if (request.method === 'PUT') {
      objects.set(request.url ?? '', { body, type: request.headers['content-type'] ?? '' })
      return answer(200)
    }
    if (request.method === 'DELETE') {
      objects.delete(request.url ?? '')
      return answer(204)
    }
    return object ? answer(200, request.method === 'GET' ? object.body : undefined) : answer(404)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    asked,
    broken,
    close: () => new Promise((closed) => server.close(closed)),
  }
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex')
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest()

function isSigned(
  request: IncomingMessage,
  body: Buffer,
  keys: { id: string; secret: string; region: string },
) {
  const header = (name: string) => String(request.headers[name] ?? '')
  const shape =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
  const [, id, day = '', region, names = '', signature] = shape.exec(header('authorization')) ?? []
  const moment = header('x-amz-date')
  const bodyHash = header('x-amz-content-sha256')
  const bodyFits = bodyHash === 'UNSIGNED-PAYLOAD' ? body.length === 0 : bodyHash === sha256(body)
  if (id !== keys.id || region !== keys.region || !moment.startsWith(day) || !bodyFits) return false
  const signed = names.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return false
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const lines = signed.map((name) => `${name}:${header(name).trim()}\n`).join('')
  const canonical = [request.method, path, query, lines, names, bodyHash].join('\n')
  const scope = `${day}/${keys.region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical)].join('\n')
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${keys.secret}`, day), keys.region))
  return createHmac('sha256', key).update(toSign).digest('hex') === signature
}
