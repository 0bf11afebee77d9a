import { Client } from 'pg'

/** What pg's connection can do and its types leave out. */
type CopyConnection = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
}

/** One COPY over an open connection: sends `pieces` in, or collects what comes out. */
function copying(client: Client, text: string, pieces: readonly Buffer[]): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = []
    const query = {
      submit: (connection: CopyConnection) => connection.query(text),
      handleCopyInResponse: (connection: CopyConnection) => {
        for (const piece of pieces) connection.sendCopyFromChunk(piece)
        connection.endCopyFrom()
      },
      handleCopyData: ({ chunk }: { chunk: Buffer }) => void out.push(Buffer.from(chunk)),
      handleCommandComplete: () => {},
      handleEmptyQuery: () => {},
      handlePortalSuspended: () => {},
      handleDataRow: () => {},
      handleRowDescription: () => {},
      handleReadyForQuery: () => resolve(out),
      handleError: (error: Error) => reject(error),
    }
    client.query(query as never)
  })
}

/** A connection with the settings that a command of the company would have, so that triggers let it write. */
export async function connectAs(url: string, organizationId: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`set app.organization_id = '${organizationId}'; set app.command = 'bench';
    set app.may = ',customers.read.all,customers.register,customers.assign,'`)
  return client
}

/** The rows of a query, in COPY's own text form, in pieces of about a megabyte. */
export async function copyOut(client: Client, query: string): Promise<Buffer[]> {
  const pieces = await copying(client, `copy (${query}) to stdout`, [])
  const joined: Buffer[] = []
  for (let at = 0; at < pieces.length; at += 5000) joined.push(Buffer.concat(pieces.slice(at, at + 5000)))
  return joined
}

export async function copyIn(
  client: Client,
  table: string,
  columns: string,
  pieces: readonly Buffer[],
): Promise<void> {
  await copying(client, `copy ${table} (${columns}) from stdin`, pieces)
}
