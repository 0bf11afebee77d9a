import { request } from '../../platform/web/request/client.ts'
import { RequestProblem } from '../../platform/web/request/problem.ts'

/** What the server says while it makes the company, one value a line. */
type Line = { done?: number; made?: { companyId: string }; failed?: true }

/** Makes a demo company and returns its id; tells how far it is, 0 to 1. Rejects with the problem when it fails. */
export async function makeDemo(language: string, progress: (done: number) => void): Promise<string> {
  const { data, error } = await request.POST('/api/demo', {
    body: {
      language: language === 'es' || language === 'zh' ? language : 'en',
      customers: 500,
      people: 24,
      months: 18,
      seed: 'relevo',
    },
    parseAs: 'stream',
  })
  if (error !== undefined) throw error
  for await (const line of linesOf(data as unknown as ReadableStream<Uint8Array> | null)) {
    const said = JSON.parse(line) as Line
    if (said.done !== undefined) progress(said.done)
    if (said.made !== undefined) return said.made.companyId
  }
  throw new RequestProblem('unexpected', 500)
}

async function* linesOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const reader = stream?.pipeThrough(new TextDecoderStream() as never).getReader() as
    | ReadableStreamDefaultReader<string>
    | undefined
  let rest = ''
  for (;;) {
    const part = await reader?.read()
    if (part === undefined || part.done) break
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
  if (rest !== '') yield rest
}
