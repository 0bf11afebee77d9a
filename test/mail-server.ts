import { createServer } from 'node:net'

/** A letter as a mail server gets it: head and text in one, decoded from quoted-printable or base64. */
export type Received = { to: string; text: string }

/** A mail server on loopback that keeps what it gets; `refusing` makes it turn every letter away. */
export async function aMailServer() {
  const letters: Received[] = []
  const state = { refusing: false }
  const server = createServer((socket) => {
    let to = ''
    let data: string | null = null
    socket.setEncoding('utf8').write('220 here\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk: string) => {
      for (const line of chunk.split(/(?<=\r\n)/)) {
        if (data !== null) {
          data += line
          if (!data.endsWith('\r\n.\r\n')) continue
          letters.push({ to, text: decoded(data) })
          data = null
          socket.write('250 kept\r\n')
        } else if (/^DATA/i.test(line)) {
          data = ''
          socket.write('354 go on\r\n')
        } else if (/^RCPT TO:/i.test(line)) {
          to = /<([^>]*)>/.exec(line)?.[1] ?? ''
          socket.write(state.refusing ? '550 not here\r\n' : '250 ok\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    state,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  }
}

function decoded(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n').replace(/\r\n\.\r\n$/, '')
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString('utf8')}`
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return `${head}\n\n${Buffer.from(bytes, 'latin1').toString('utf8')}`
}
