import { chosenCompany } from './company.ts'

/** Waits before the first connection: what a screen shows first goes before news. */
const settleMs = 3000
const longestWaitMs = 30_000
/** The server breathes every 20 seconds; a connection silent for longer is dead, whatever the browser thinks. */
const silentMs = 50_000

/**
 * Hears from the server that something changed: the names of its events, and `connected` whenever it begins to hear
 * (again), because something may have been missed before. Only while the page is seen: browsers allow few connections,
 * and a page that comes back reads anew anyhow. Answers how to stop.
 */
export function hearLive(hear: (event: string) => void): () => void {
  let ending: AbortController | null = null
  let waiting: number | undefined
  let failures = 0

  async function listen(ended: AbortController): Promise<void> {
    try {
      const company = chosenCompany()
      const answer = await fetch('/api/live', {
        headers: { accept: 'text/event-stream', ...(company === null ? {} : { 'relevo-company': company }) },
        signal: ended.signal,
      })
      if (answer.status === 401 || answer.status === 403) return
      if (!answer.ok || answer.body === null) throw new Error(`no news: ${answer.status}`)
      hear('connected')
      failures = 0
      await readEvents(answer.body, hear)
    } catch {
      failures += 1
    }
    if (ended === ending && !ended.signal.aborted) begin(Math.min(longestWaitMs, 1000 * 2 ** failures))
  }
  function begin(afterMs: number): void {
    end()
    const ended = new AbortController()
    ending = ended
    waiting = window.setTimeout(() => void listen(ended), afterMs)
  }
  function end(): void {
    window.clearTimeout(waiting)
    ending?.abort()
    ending = null
  }
  function look(): void {
    if (document.visibilityState === 'visible') begin(ending === null ? 0 : settleMs)
    else end()
  }
  document.addEventListener('visibilitychange', look)
  if (document.visibilityState === 'visible') begin(settleMs)
  return () => {
    document.removeEventListener('visibilitychange', look)
    end()
  }
}

async function readEvents(body: ReadableStream<Uint8Array>, hear: (event: string) => void): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>
  let rest = ''
  for (;;) {
    const silence = window.setTimeout(() => void reader.cancel(), silentMs)
    const { done, value } = await reader.read().finally(() => window.clearTimeout(silence))
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('event: ')) hear(line.slice('event: '.length))
  }
}
